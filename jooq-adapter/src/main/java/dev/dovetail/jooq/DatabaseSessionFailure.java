package dev.dovetail.jooq;

/** The database did not take a {@link DatabaseSession}. That is not the fault of any value of the query's. */
final class DatabaseSessionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseSessionFailure(RuntimeException cause) {
        super("The role and settings of the database session could not be set", cause);
    }
}
