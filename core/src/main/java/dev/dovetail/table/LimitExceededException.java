package dev.dovetail.table;

/**
 * Thrown by an adapter when a batch would give more than its request allows. The adapter stops reading as soon as it
 * knows.
 */
public final class LimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What there was too much of. */
    public enum Limit {
        /** {@link TableRequest#maxRows()}. */
        ROWS,
        /** {@link TableRequest#maxBytes()}. */
        BYTES
    }

    private final Limit limit;

    /** An exception for this limit. */
    public LimitExceededException(Limit limit) {
        super("The batch exceeds its limit of " + limit, null, false, false);
        this.limit = limit;
    }

    /** What there was too much of. */
    public Limit limit() {
        return limit;
    }
}
