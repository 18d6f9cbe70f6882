package dev.dovetail.table.contract;

import dev.dovetail.table.Feature;

/** Something that not every database can do. Whoever declares it refuses what needs it, or does not have it. */
public enum Gap {
    /** A limit, an offset, or a number of rows for each key. */
    LIMITS,
    /** Rows that differ in some columns. The source says so, see {@link Feature}. */
    DISTINCT_ON,
    /** Rows behind or in front of a position, and the positions of rows. */
    POSITIONS,
    /** Any aggregate, a count included. */
    AGGREGATES,
    /** Aggregates of the distinct values of several columns. */
    DISTINCT_COUNTS,
    /** Filters by the rows of another table. The source says so. */
    RELATED_FILTERS,
    /** Orders by the rows of another table. The source says so. */
    RELATED_ORDERS,
    /** Unique indexes besides that of the primary key; sources know of none then. */
    UNIQUE_INDEXES,
    /** Some names of tables and columns; the others are used, and must be right. */
    ANY_NAME,
    /** Texts with the character NUL, as values of columns; keys of them find nothing then. */
    NUL_CHARACTERS,
    /** Numbers of any length in JSON documents; they lose digits then, beyond those of a double. */
    LONG_JSON_NUMBERS,
    /** NaN as a value of a column of floats. */
    NAN;

    /** The gap of a database whose source has not a feature. */
    static Gap of(Feature feature) {
        return switch (feature) {
            case DISTINCT_ON -> DISTINCT_ON;
            case RELATED_FILTERS -> RELATED_FILTERS;
            case RELATED_ORDERS -> RELATED_ORDERS;
        };
    }
}
