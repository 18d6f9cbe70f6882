package dev.dovetail.jooq.internal.standby;

import dev.dovetail.jooq.internal.lookup.TreeChoice;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import graphql.language.OperationDefinition.Operation;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the server that answers a lookup: the primary, or one of its standbys where the caller may see what is some
 * milliseconds old.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final DSLContext primary;
    private final TreeChoice trees;
    private final Standbys standbys;
    private final Duration patience;

    /**
     * @param trees the primary's
     * @param patience how long standbys are waited for that must have come to a position
     */
    public Routing(DSLContext primary, TreeChoice trees, List<Standby> standbys, Duration patience) {
        this.primary = primary;
        this.trees = trees;
        this.standbys = new Standbys(standbys);
        this.patience = patience;
    }

    /**
     * What the lookup finds.
     *
     * @param dsl what the host gave for the request; if it is not the primary's, the request has a server of its own, or a
     *     transaction
     * @param brought the position that the request brings along
     */
    @SuppressWarnings("ReferenceEquality")
    public TableRows load(DSLContext dsl, TableRequest request, @Nullable LogPosition brought, ServerLookup lookup) {
        if (dsl != primary) {
            return lookup.on(dsl, trees);
        }
        LogPosition needed = request.operation() == Operation.QUERY ? brought : behindWrites();
        if (LogPosition.PRIMARY.equals(needed)) {
            return lookup.on(primary, trees);
        }
        ReplayWait replay = needed == null ? null : new ReplayWait(needed, patience);
        return new RoutedLookup(lookup, replay).run(standbys.of(request.context()), () -> lookup.on(primary, trees));
    }

    /** What a standby must have replayed to show what was written. */
    private LogPosition behindWrites() {
        return patience.isZero() ? LogPosition.PRIMARY : written();
    }

    /** Where the primary is now; in a transaction, only itself sees what was written. */
    private LogPosition written() {
        return primary.connectionResult(connection ->
                connection.getAutoCommit() ? PostgresWal.written(on(connection, primary)) : LogPosition.PRIMARY);
    }

    /** Where the primary is now, or what leads to it if that is not known. */
    public LogPosition position() {
        try {
            return written();
        } catch (RuntimeException e) {
            LOG.warn("The primary does not say where it is", e);
            return LogPosition.PRIMARY;
        }
    }

    /** What is done on a connection that is there already. */
    static DSLContext on(Connection connection, DSLContext dsl) {
        return DSL.using(dsl.configuration().derive(new DefaultConnectionProvider(connection)));
    }
}
