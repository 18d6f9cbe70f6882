package dev.dovetail.jooq.internal.standby;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failure says of the server, and not of the statement. */
final class StandbyFailure {

    private static final String CONNECTION = "08";

    /** A server that shuts down, has crashed or begins to start. */
    private static final Set<String> DOWN = Set.of("57P01", "57P02", "57P03");

    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Something was rolled back to let others go on. Only reading, a standby does so to go on replaying its log. */
    private static final String ROLLED_BACK = "40";

    private StandbyFailure() {}

    /** Whether there is no connection to the server, or it broke. */
    static boolean isDown(RuntimeException failure) {
        String state = sqlState(failure);
        return state.startsWith(CONNECTION) || DOWN.contains(state);
    }

    /** Whether the server is there, but all connections to it are taken. */
    static boolean isBusy(RuntimeException failure) {
        return sqlState(failure).equals(TOO_MANY_CONNECTIONS) || (isOfPool(failure) && !isDown(failure));
    }

    /** What pools say when they have none in time; if that is as the server is down, the SQLSTATE tells. */
    private static boolean isOfPool(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a standby cancelled the statement, as what it reads is gone on the primary. */
    static boolean isConflict(RuntimeException failure) {
        return sqlState(failure).startsWith(ROLLED_BACK);
    }

    /** What the database says, whatever a listener of the host's has made of jOOQ's exception; Spring's makes its own. */
    private static String sqlState(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
