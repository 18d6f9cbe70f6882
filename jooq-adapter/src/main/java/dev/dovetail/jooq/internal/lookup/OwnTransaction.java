package dev.dovetail.jooq.internal.lookup;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction around one lookup, for a connection in auto-commit mode, which it is in again behind it. */
public final class OwnTransaction {

    private OwnTransaction() {}

    static <T> T around(Connection connection, ConnectionWork<T> work) throws SQLException {
        T result;
        connection.setAutoCommit(false);
        try {
            result = work.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
