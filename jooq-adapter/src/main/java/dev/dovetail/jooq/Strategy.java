package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.statement.ManyKeys;

/**
 * How the rows of many keys are found where each key may have more rows than are read (limits, offsets, pages) or
 * aggregates are wanted. All give the same rows; which one is fast depends on the table.
 */
public enum Strategy {

    /**
     * As suits the database and the table: where the database has {@code lateral} and an index begins with the columns of
     * the relationship, each key is looked up by itself; else all rows of all keys are read at once, and ranked.
     */
    AUTOMATIC,

    /**
     * Each key is looked up by itself. Where the database has an index that the catalog does not show. Without one, the
     * table is read once for each key.
     */
    LATERAL,

    /**
     * The rows of all keys are read at once, and those of each are ranked. Where all keys together have few rows, or nearly
     * all rows are wanted anyway.
     */
    RANKED;

    /** The shape that the host wants, or else the dialect's. */
    ManyKeys or(ManyKeys dialects) {
        return switch (this) {
            case AUTOMATIC -> dialects;
            case LATERAL -> ManyKeys.LATERAL;
            case RANKED -> ManyKeys.RANKED;
        };
    }
}
