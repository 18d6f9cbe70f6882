package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random queries with random branches, whose keys are of the types of the columns that they are compared with. */
public record RandomTrees(Random random, RandomQueries queries, List<Table> tables) {

    /** A query, and what is asked of its rows. */
    public record Tree(TableQuery query, List<TableBranch> branches) {}

    /** A tree of at most this many levels below its root. */
    public Tree tree(Table table, int depth) {
        TableQuery query = queries.query(table);
        if (random.nextInt(4) > 0) {
            query = selecting(query, random.nextInt(3) == 0 ? RowSelection.ALL : unfiltered(query.rows()));
        }
        List<TableBranch> branches = new ArrayList<>();
        for (int i = 0; depth > 0 && i < 1 + random.nextInt(3); i++) {
            branch(table, depth - 1).ifPresent(branches::add);
        }
        return new Tree(withColumns(query, branches), branches);
    }

    private Optional<TableBranch> branch(Table from, int depth) {
        Tree tree = tree(tables.get(random.nextInt(tables.size())), depth);
        List<Column> key = new ArrayList<>();
        for (Column column : tree.query().keyColumns()) {
            List<Column> same = new ArrayList<>(from.columns());
            same.removeIf(other -> !other.type().equals(column.type()));
            if (same.isEmpty()) {
                return Optional.empty();
            }
            key.add(same.get(random.nextInt(same.size())));
        }
        return Optional.of(new TableBranch(key, tree.query(), tree.branches()));
    }

    /** The same query, with the columns that its branches need. */
    private TableQuery withColumns(TableQuery query, List<TableBranch> branches) {
        Set<Column> columns = new LinkedHashSet<>(query.columns());
        branches.forEach(branch -> columns.addAll(branch.from()));
        List<Column> shuffled = new ArrayList<>(columns);
        Collections.shuffle(shuffled, random);
        return new TableQuery(
                query.table(),
                shuffled,
                query.keyColumns(),
                query.rows(),
                query.rowsPerKey(),
                query.positions(),
                query.aggregates());
    }

    /** Most rows, as a tree of few has little to say. */
    private static RowSelection unfiltered(RowSelection rows) {
        return new RowSelection(
                Filter.EVERYTHING,
                rows.order(),
                rows.distinctOn(),
                null,
                null,
                rows.offset() / 2,
                rows.limit() == 0 ? 1 : rows.limit());
    }

    private static TableQuery selecting(TableQuery query, RowSelection rows) {
        boolean ordered = !rows.order().isEmpty();
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                rows,
                ordered || query.rowsPerKey() == 0 ? query.rowsPerKey() : TableQuery.ALL_ROWS,
                ordered && query.positions(),
                query.aggregates());
    }
}
