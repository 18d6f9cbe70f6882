package dev.dovetail.table;

/**
 * Thrown by an adapter when a table no longer has the columns that the catalog was read with.
 *
 * <p>The client is told {@code table-changed} and nothing else; the cause goes to the log.
 */
public final class TableChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception for this table. */
    public TableChangedException(TableName table, Throwable cause) {
        super("Table " + table + " has changed since the catalog was read", cause);
    }
}
