package dev.dovetail.table;

/** Where rows without a value stand in an order. */
public enum NullOrder {
    /** Where the database puts them. */
    DEFAULT,
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
}
