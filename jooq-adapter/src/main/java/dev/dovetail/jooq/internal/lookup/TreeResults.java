package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of one level of a tree, by their numbers. */
public final class TreeResults {

    private static final int NUMBER = 2;
    private static final int ORDINAL = 3;
    private static final int SHARED = 4;
    private static final int[] NONE = {};

    private final ColumnReader[] aggregates;
    private final ColumnReader[] columns;
    private final int[] places;
    private final int sharing;
    private final boolean hasRows;
    private final boolean marked;
    private final List<TreeResult> results = new ArrayList<>();
    private int rows;
    private int largestOrdinal;

    TreeResults(TreeLevel level, Tree tree, Dialect dialect) {
        TableQuery query = level.query();
        this.aggregates = query.aggregates().stream().map(dialect::reader).toArray(ColumnReader[]::new);
        this.columns = columns(query, dialect);
        this.sharing = level.sharing().size();
        this.hasRows = query.rowsPerKey() > 0;
        this.marked = tree.values(level).marked();
        this.places = tree.slots().places().get(level.number()).stream()
                .mapToInt(place -> SHARED + tree.sharing() + place)
                .toArray();
    }

    private static ColumnReader[] columns(TableQuery query, Dialect dialect) {
        List<ColumnReader> readers = new ArrayList<>();
        query.columns().stream().map(Column::type).map(dialect::reader).forEach(readers::add);
        if (query.positions()) {
            query.rows()
                    .order()
                    .forEach(by -> readers.add(dialect.reader(by.term().type())));
        }
        return readers.toArray(ColumnReader[]::new);
    }

    /** Reads the current result, which is of this level. */
    void add(ResultSet result) throws SQLException {
        int ordinal = result.getInt(ORDINAL);
        largestOrdinal = Math.max(largestOrdinal, ordinal);
        boolean hasRow = hasRows && (!marked || result.getBoolean(places[aggregates.length]));
        results.add(new TreeResult(
                result.getInt(NUMBER),
                ordinal,
                keys(result),
                values(result, 0, aggregates),
                hasRow ? row(result) : null));
    }

    private int[] keys(ResultSet result) throws SQLException {
        int[] keys = sharing == 0 ? NONE : new int[sharing];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = result.getInt(SHARED + i);
        }
        return keys;
    }

    private @Nullable Object[] row(ResultSet result) throws SQLException {
        rows++;
        return values(result, aggregates.length + (marked ? 1 : 0), columns);
    }

    private @Nullable Object[] values(ResultSet result, int first, ColumnReader[] readers) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(result, places[first + i]);
        }
        return values;
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /**
     * Files the rows of each of these ordinals under the ordinal's place.
     *
     * @return the results whose rows were filed, in that order
     */
    List<TreeResult> file(TableRows filed, int[] ordinals) {
        List<TreeResult> order = new ArrayList<>(results.size());
        sortByNumber();
        int[] ends = ends();
        TreeResult[] sorted = sorted(ends);
        for (int place = 0; place < ordinals.length; place++) {
            int ordinal = ordinals[place];
            int end = ordinal < ends.length ? ends[ordinal] : 0;
            for (int i = ordinal < ends.length ? ends[ordinal - 1] : 0; i < end; i++) {
                file(filed, place, sorted[i], order);
            }
        }
        return order;
    }

    /** They come in this order, but nothing in SQL says so. */
    private void sortByNumber() {
        for (int i = 1; i < results.size(); i++) {
            if (results.get(i).number() < results.get(i - 1).number()) {
                results.sort(Comparator.comparingInt(TreeResult::number));
                return;
            }
        }
    }

    private void file(TableRows filed, int place, TreeResult result, List<TreeResult> order) {
        if (aggregates.length > 0) {
            filed.setAggregates(place, result.aggregates());
        }
        if (result.row() != null) {
            filed.add(place, result.row());
            order.add(result);
        }
    }

    /** For each ordinal, how many results it has together with the smaller ones. */
    private int[] ends() {
        int[] ends = new int[largestOrdinal + 1];
        results.forEach(result -> ends[result.ordinal()]++);
        for (int ordinal = 1; ordinal < ends.length; ordinal++) {
            ends[ordinal] += ends[ordinal - 1];
        }
        return ends;
    }

    /** By their ordinals, and those of one ordinal by their numbers. */
    private TreeResult[] sorted(int[] ends) {
        int[] next = new int[ends.length];
        System.arraycopy(ends, 0, next, 1, ends.length - 1);
        TreeResult[] sorted = new TreeResult[results.size()];
        for (TreeResult result : results) {
            sorted[next[result.ordinal()]++] = result;
        }
        return sorted;
    }
}
