package dev.dovetail.definition;

/** An argument by which clients choose among the rows of an array relationship, for each parent on its own. */
public enum RowArgument {
    /** A filter. */
    WHERE,
    /** An order. */
    ORDER_BY,
    /** How many rows at most. */
    LIMIT,
    /** How many rows to skip. */
    OFFSET,
    /** Columns in which no two rows agree. Not there where the source {@linkplain dev.dovetail.table.Feature lacks} it. */
    DISTINCT_ON
}
