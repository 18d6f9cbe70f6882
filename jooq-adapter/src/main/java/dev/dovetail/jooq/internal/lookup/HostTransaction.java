package dev.dovetail.jooq.internal.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a failing lookup from spoiling a transaction of the host's.
 *
 * <p>After any error, PostgreSQL refuses everything else in a transaction and turns its commit into a rollback. The
 * write of an action would be lost while its mutation reports success. So inside a transaction, a lookup runs behind a
 * savepoint.
 */
public final class HostTransaction {

    private HostTransaction() {}

    /**
     * @param mayFail whether the transaction must go on where the work fails
     * @param undone whether what the work sets must not be seen behind it; it is undone with the savepoint
     * @throws SQLFeatureNotSupportedException if either is so, and there are no savepoints
     */
    static <T> T protect(Connection connection, boolean mayFail, boolean undone, ConnectionWork<T> work)
            throws SQLException {
        Savepoint savepoint = savepoint(connection);
        if (savepoint == null) {
            return unprotected(mayFail || undone, work);
        }
        try {
            T result = work.run();
            if (undone) {
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, savepoint, e);
            throw e;
        }
    }

    private static <T> T unprotected(boolean needed, ConnectionWork<T> work) throws SQLException {
        if (needed) {
            throw new SQLFeatureNotSupportedException(
                    "A database session, or a statement for several tables, needs savepoints inside a transaction");
        }
        return work.run();
    }

    /** Connections of distributed transactions have none. */
    private static @Nullable Savepoint savepoint(Connection connection) throws SQLException {
        try {
            return connection.setSavepoint();
        } catch (SQLFeatureNotSupportedException e) {
            return null;
        }
    }

    private static void rollBack(Connection connection, Savepoint savepoint, Throwable cause) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
