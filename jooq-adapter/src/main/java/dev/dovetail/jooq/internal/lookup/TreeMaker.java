package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes those branches of a request along that its statement can answer as statements of their own would, and that are
 * worth it. A branch that is left out is left out with all below it.
 */
public final class TreeMaker {

    /**
     * The kinds whose values are the same keys whether they come from a column or from outside. A number may be none, and
     * a time of day may be past the last that Java has.
     */
    private static final Set<ColumnKind> KEYS = EnumSet.of(
            ColumnKind.BOOLEAN,
            ColumnKind.SMALLINT,
            ColumnKind.INTEGER,
            ColumnKind.BIGINT,
            ColumnKind.TEXT,
            ColumnKind.ENUM,
            ColumnKind.UUID,
            ColumnKind.DATE,
            ColumnKind.TIMESTAMP,
            ColumnKind.TIMESTAMP_WITH_ZONE);

    private final TableRequest request;
    private final RowCounts counts;
    private final double worth;
    private final TreeSql sql;
    private int levels;

    /**
     * @param worth how many rows may be in a branch, together with those that it is joined to, for it to be worth it
     */
    TreeMaker(TableRequest request, RowCounts counts, double worth, TreeSql sql) {
        this.request = request;
        this.counts = counts;
        this.worth = worth;
        this.sql = sql;
    }

    /** The tree; null if it would have no branch. To be called once. */
    @Nullable
    Tree make() {
        TableQuery query = request.query();
        double rows = request.keys().size() * counts.perKey(query);
        TreeLevel root = level(0, query, List.of(), false, request.branches(), rows);
        return root.branches().isEmpty() ? null : Tree.of(request, root, sql);
    }

    private TreeLevel level(
            int place, TableQuery query, List<Integer> from, boolean shared, List<TableBranch> branches, double rows) {
        int number = levels++;
        List<TreeLevel> next = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            TableBranch branch = branches.get(i);
            double more = rows * counts.perKey(branch.query());
            if (rows + more <= worth && isPossible(branch, query)) {
                next.add(level(
                        i,
                        branch.query(),
                        places(branch, query),
                        !query.table().isUnique(names(branch.from())),
                        branch.branches(),
                        more));
            }
        }
        return new TreeLevel(number, place, query, from, shared, List.copyOf(next));
    }

    private boolean isPossible(TableBranch branch, TableQuery above) {
        TableQuery query = branch.query();
        return Lookup.asks(query)
                && above.rowsPerKey() > 0
                && !query.table().isForeign()
                && !above.table().isForeign()
                && query.table().name().source().equals(above.table().name().source())
                && above.columns().containsAll(branch.from())
                && haveTypesOf(query.keyColumns(), branch.from());
    }

    private static boolean haveTypesOf(List<Column> keys, List<Column> from) {
        if (keys.isEmpty() || keys.size() != from.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            ColumnType type = keys.get(i).type();
            if (!KEYS.contains(type.kind()) || !type.equals(from.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> places(TableBranch branch, TableQuery above) {
        return branch.from().stream().map(above.columns()::indexOf).toList();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
