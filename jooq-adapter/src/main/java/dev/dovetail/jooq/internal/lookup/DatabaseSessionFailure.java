package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.DatabaseSession;

/** The database did not take a {@link DatabaseSession}. That is not the fault of any value of the query's. */
public final class DatabaseSessionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseSessionFailure(RuntimeException cause) {
        super("The role and settings of the database session could not be set", cause);
    }
}
