package dev.dovetail.table;

/**
 * One column of an order; nulls stand where the database puts them by default.
 *
 * @param column the column's name
 * @param descending whether large values come first
 */
public record ColumnOrder(String column, boolean descending) {}
