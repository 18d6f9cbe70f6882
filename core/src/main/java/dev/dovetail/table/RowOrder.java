package dev.dovetail.table;

/**
 * One term of an order.
 *
 * @param term what is compared
 * @param descending whether large values come first
 * @param nulls where rows without a value stand
 */
public record RowOrder(OrderTerm term, boolean descending, NullOrder nulls) {

    /** A term by a column, with nulls where the database puts them. */
    public static RowOrder of(Column column, boolean descending) {
        return new RowOrder(new OrderTerm.Of(column), descending, NullOrder.DEFAULT);
    }
}
