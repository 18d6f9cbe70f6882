package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.dialect.Fault;
import java.sql.SQLException;
import java.util.Set;

/** Why statements fail: several errors that callers are told of share one SQLSTATE with all others. */
final class MySqlFaults {

    /**
     * Too many connections, of all or of one user; a server that shuts down; a statement that was killed or took too long,
     * or a connection that was killed.
     */
    private static final Set<Integer> UNAVAILABLE = Set.of(1040, 1053, 1203, 1226, 1317, 1927, 1969, 3024);

    private MySqlFaults() {}

    static Fault of(SQLException failure) {
        return UNAVAILABLE.contains(failure.getErrorCode()) ? Fault.UNAVAILABLE : Fault.ofState(failure.getSQLState());
    }
}
