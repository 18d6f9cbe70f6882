package dev.dovetail.table;

/**
 * Thrown by an adapter when a value of a query's filters or positions is none that the database takes: a pattern that is
 * no regular expression, say, or a text that is no value of the column's type.
 *
 * <p>The client is told that its argument is invalid and nothing else; the cause may hold the value.
 */
public final class InvalidValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with what the database or a parser said. */
    public InvalidValueException(Throwable cause) {
        super("A value of the query is invalid", cause);
    }
}
