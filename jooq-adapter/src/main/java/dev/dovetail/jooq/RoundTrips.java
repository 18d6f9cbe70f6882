package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.lookup.TreeUse;

/**
 * How many round trips to the database tables take that are joined to each other, where one relationship leads on to the
 * next.
 *
 * <p>Rows, their order and errors are the same either way.
 */
public enum RoundTrips {
    /**
     * As suits the network and the request. One statement reads a table and those that it is joined to where that saves
     * more time on the way than it costs the database: about a microsecond for each row. Where a round trip takes less
     * than half a millisecond, there is one for each relationship. The time is learnt from the lookups, without a
     * statement of its own; the number of rows is guessed from keys and limits.
     */
    AUTOMATIC,

    /**
     * One statement for all that is joined, wherever that can be. For databases that are far away, where requests have few
     * rows.
     */
    FEWEST,

    /**
     * One statement for each relationship. Where statements are watched or tuned one by one, or the pooler in between is
     * slow with long statements.
     */
    ONE_PER_RELATIONSHIP;

    TreeUse use() {
        return switch (this) {
            case AUTOMATIC -> TreeUse.MEASURED;
            case FEWEST -> TreeUse.ALWAYS;
            case ONE_PER_RELATIONSHIP -> TreeUse.NEVER;
        };
    }
}
