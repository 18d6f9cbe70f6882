package dev.dovetail.table;

/** What a query may ask for, and not every database can answer rightly. */
public enum Feature {
    /** Rows that differ in some columns, the first of those that agree: {@link RowSelection#distinctOn()}. */
    DISTINCT_ON,
    /** Filters by the rows of another table: {@link Filter.Related}. */
    RELATED_FILTERS,
    /** Orders by the rows of another table: {@link OrderTerm.Related} and {@link OrderTerm.Aggregated}. */
    RELATED_ORDERS
}
