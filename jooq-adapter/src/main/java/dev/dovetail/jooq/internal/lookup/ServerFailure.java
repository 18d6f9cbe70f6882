package dev.dovetail.jooq.internal.lookup;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** The failure of a server that the database itself asks: the connection to the database is as good as before. */
public final class ServerFailure {

    /**
     * SQLSTATEs for: no connection (any more), no connection that a wrapper could make, and what a server says that is shut
     * down, killed or not up yet. A statement that took too long is none of them.
     */
    private static final Set<String> STATES = Set.of("08000", "08001", "08006", "HV00N", "57P01", "57P02", "57P03");

    private ServerFailure() {}

    /** The database reports it in an answer; where the database is lost, there is none, but an exception from the network. */
    static boolean is(RuntimeException failure) {
        boolean reported = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof SQLTransientConnectionException) {
                return false;
            }
            reported |= cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && STATES.contains(sql.getSQLState());
        }
        return reported;
    }
}
