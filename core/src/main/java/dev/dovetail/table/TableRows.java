package dev.dovetail.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a batch found, grouped by the ordinal of the key that they match.
 *
 * <p>An adapter adds each row under the ordinal that its database returned with the row. It must not compare values to
 * find the key again: Java's equality is not the database's (letter case, padding, {@code 1.0} and {@code 1.00}).
 *
 * <p><b>Thread-safety:</b> filled by one thread, then only read.
 */
public final class TableRows {

    /** Room for the rows of a key that has more than one. */
    private static final int SEVERAL = 4;

    private final @Nullable List<@Nullable Object[]>[] rowsByKey;
    private @Nullable Object @Nullable [] @Nullable [] aggregatesByKey;
    private final Map<Integer, TableRows> branches = new HashMap<>(0);
    private final Map<Integer, Throwable> failures = new HashMap<>(0);

    /**
     * Without rows yet.
     *
     * @param keys number of keys in the request
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no generic arrays
    public TableRows(int keys) {
        this.rowsByKey = new List[keys];
    }

    /**
     * Adds a row.
     *
     * @param ordinal the place of the matching key in {@link TableRequest#keys()}, from 0
     * @param row the values of {@link TableQuery#columns()}, in that order; behind them, where the query wants
     *     {@link TableQuery#positions()}, those of its order
     */
    public void add(int ordinal, @Nullable Object[] row) {
        List<@Nullable Object[]> rows = rowsByKey[ordinal];
        if (rows == null) {
            rowsByKey[ordinal] = List.<@Nullable Object[]>of(row);
        } else if (rows instanceof ArrayList) {
            rows.add(row);
        } else {
            List<@Nullable Object[]> several = new ArrayList<>(SEVERAL);
            several.add(rows.get(0));
            several.add(row);
            rowsByKey[ordinal] = several;
        }
    }

    /** The number of keys in the request. */
    public int keys() {
        return rowsByKey.length;
    }

    /** How many rows there are, those of branches included. */
    public long count() {
        long count = 0;
        for (List<@Nullable Object[]> rows : rowsByKey) {
            count += rows == null ? 0 : rows.size();
        }
        for (TableRows rows : branches.values()) {
            count += rows.count();
        }
        return count;
    }

    /** The rows of the key at this ordinal, in the order in which they were added; empty when none matches. */
    public List<@Nullable Object[]> of(int ordinal) {
        List<@Nullable Object[]> rows = rowsByKey[ordinal];
        return rows == null ? List.of() : rows;
    }

    /**
     * Sets what was computed of a key's rows.
     *
     * @param ordinal the place of the key in {@link TableRequest#keys()}, from 0
     * @param values the values of {@link TableQuery#aggregates()}, in that order
     */
    public void setAggregates(int ordinal, @Nullable Object[] values) {
        if (aggregatesByKey == null) {
            aggregatesByKey = new @Nullable Object[rowsByKey.length][];
        }
        aggregatesByKey[ordinal] = values;
    }

    /** What was computed of a key's rows; null where the adapter set nothing, because no row matches the key. */
    public @Nullable Object @Nullable [] aggregatesOf(int ordinal) {
        return aggregatesByKey == null ? null : aggregatesByKey[ordinal];
    }

    /**
     * Says that the rows of one key cannot be had, while those of others can: they are in a part of the database that is down,
     * say. The fields that want this key fail with {@code table-lookup-failed}, and whatever was filed under it is not shown;
     * all other fields have their rows.
     *
     * @param ordinal the place of the key in {@link TableRequest#keys()}, from 0
     * @param cause what happened, for the log, which shows that of one key of the batch; clients never see it
     */
    public void fail(int ordinal, Throwable cause) {
        failures.put(Objects.checkIndex(ordinal, rowsByKey.length), cause);
    }

    /** Why the rows of the key at this ordinal cannot be had; null when they can. */
    public @Nullable Throwable failureOf(int ordinal) {
        return failures.get(ordinal);
    }

    /** How many keys there are whose rows cannot be had, those of branches left aside. */
    public int failures() {
        return failures.size();
    }

    /**
     * Adds the rows that the rows of this batch are joined to. If a key of the branch {@linkplain #fail failed}, the whole
     * branch is asked for by a request of its own.
     *
     * @param branch the place in {@link TableRequest#branches()}, from 0
     * @param rows filed under the number of the row that they belong to: numbers count from 0 through the rows of the first
     *     key, then on through those of the second, and so forth
     */
    public void setBranch(int branch, TableRows rows) {
        branches.put(branch, rows);
    }

    /** The rows that the rows of this batch are joined to, or null where the source left that out. */
    public @Nullable TableRows branch(int branch) {
        return branches.get(branch);
    }
}
