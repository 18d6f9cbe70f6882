package dev.dovetail.examples.shards;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * Keeps connections to the coordinator that report a lost connection to a shard: the pool would take it for their own, and
 * close them.
 */
public final class ShardErrors implements SQLExceptionOverride {

    /** For the pool. */
    public ShardErrors() {}

    /** What the coordinator says, it says on a connection that works. */
    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        boolean said = exception instanceof PSQLException error && error.getServerErrorMessage() != null;
        boolean ofConnection =
                exception.getSQLState() != null && exception.getSQLState().startsWith("08");
        return said && ofConnection ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
