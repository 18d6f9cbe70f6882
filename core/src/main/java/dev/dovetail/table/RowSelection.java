package dev.dovetail.table;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows that match a key are meant, for each key on its own.
 *
 * <p>In this order: rows that the filter does not mean are left out; of the rows that agree in the {@code distinctOn}
 * columns only the first of the order stays; rows outside of the two positions are left out; {@code offset} rows are
 * skipped; {@code limit} rows stay.
 *
 * @param filter the rows that count
 * @param order the order; empty when any will do
 * @param distinctOn the columns in which no two rows agree; they are the first terms of the order, in any order among
 *     themselves
 * @param after the rows that stand behind this position, itself excluded; null for no bound
 * @param before the rows that stand in front of this position, itself excluded; null for no bound
 * @param offset how many rows are skipped
 * @param limit how many rows stay at most, or {@link TableQuery#ALL_ROWS}
 */
public record RowSelection(
        Filter filter,
        List<RowOrder> order,
        List<Column> distinctOn,
        @Nullable Position after,
        @Nullable Position before,
        int offset,
        int limit) {

    /** Every row, in any order. */
    public static final RowSelection ALL = of(Filter.EVERYTHING, List.of());

    public RowSelection {
        Objects.requireNonNull(filter, "filter");
        order = List.copyOf(order);
        distinctOn = List.copyOf(distinctOn);
    }

    /** Every row that a filter means, in an order. */
    public static RowSelection of(Filter filter, List<RowOrder> order) {
        return new RowSelection(filter, order, List.of(), null, null, 0, TableQuery.ALL_ROWS);
    }

    /** Whether rows that the filter means may be left out: by a number, a position, or because they agree with others. */
    public boolean isPart() {
        return limit != TableQuery.ALL_ROWS || offset > 0 || !distinctOn.isEmpty() || after != null || before != null;
    }
}
