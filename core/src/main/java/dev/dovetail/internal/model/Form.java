package dev.dovetail.internal.model;

/** In which form a field shows the rows of a relationship. */
public enum Form {
    /** The row, or the list of rows. */
    ROWS,
    /** What is computed of the rows, and the rows themselves. */
    AGGREGATE,
    /** A page of the rows. */
    CONNECTION
}
