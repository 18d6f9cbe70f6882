package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Piece;
import dev.dovetail.jooq.internal.dialect.Servers;
import dev.dovetail.jooq.internal.lookup.DownServers.Server;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.conf.FetchIntermediateResult;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Runs the statement of one batch. */
public final class Lookup {

    /** What jOOQ takes the columns of a result for, which it would otherwise ask the driver, and the driver the server. */
    private static final Field<?> RESULT = DSL.field("result");

    /** What runs on a connection that was set up for lookups. */
    private interface ConnectedWork<T> {
        T run(DSLContext connected) throws SQLException;
    }

    private final DSLContext dsl;
    private final Dialect dialect;
    private final TableRequest request;
    private final Map<String, String> session;
    private final StatementTexts texts;
    private final TreeChoice trees;
    private final DownServers down;

    /**
     * @param session what is set for the caller, by name
     */
    public Lookup(
            DSLContext dsl,
            Dialect dialect,
            TableRequest request,
            Map<String, String> session,
            StatementTexts texts,
            TreeChoice trees,
            DownServers down) {
        this.dsl = dsl;
        this.dialect = dialect;
        this.request = request;
        this.session = session;
        this.texts = texts;
        this.trees = trees;
        this.down = down;
    }

    public TableRows run() {
        if (!asks(request.query())) {
            return new TableRows(request.keys().size());
        }
        TableRows withBranches = withBranches();
        if (withBranches != null) {
            return withBranches;
        }
        try {
            return wholeOrByServer();
        } catch (RuntimeException e) {
            throw new LookupFailure(dialect, e).of(request.query());
        }
    }

    /** One key fails, or not, as a whole. */
    private TableRows wholeOrByServer() {
        boolean several = request.query().table().isForeign() && request.keys().size() > 1;
        Servers servers = several ? dialect.servers() : null;
        return servers == null
                ? whole()
                : new ByServer(request, down, () -> ofKeys(servers), part -> ofServers(servers, part))
                        .rows(this::whole);
    }

    private TableRows whole() {
        return run(false, this::pieces);
    }

    /** One after the other, on one connection. */
    private TableRows pieces(DSLContext connected, int wording) throws SQLException {
        ReadBudget budget = new ReadBudget(request);
        TableRows rows = new TableRows(request.keys().size());
        for (Piece piece : dialect.pieces(request)) {
            rows(
                    connected,
                    wording,
                    configuration -> texts.statement(configuration, dialect, piece.request()),
                    result -> new BatchReader(piece, budget, rows, dialect).read(result));
        }
        return counted(rows);
    }

    private List<Server> ofKeys(Servers servers) {
        return onConnection(false, connected -> {
            String url = connected.connectionResult(
                    connection -> connection.getMetaData().getURL());
            return servers.ofKeys(connected, request).stream()
                    .map(number -> new Server(url, number))
                    .toList();
        });
    }

    private TableRows ofServers(Servers servers, TableRequest part) {
        Map<String, String> settings = new LinkedHashMap<>(servers.settings());
        settings.putAll(session);
        return new Lookup(dsl, dialect, part, settings, texts, trees, down).whole();
    }

    private TableRows counted(TableRows rows) {
        int keys = request.keys().size();
        long count = IntStream.range(0, keys)
                .mapToLong(ordinal -> rows.of(ordinal).size())
                .sum();
        trees.counts().found(request.query(), keys, count);
        return rows;
    }

    /** Whether a query may have rows or aggregates. */
    public static boolean asks(TableQuery query) {
        return query.rows().limit() > 0
                && (query.rowsPerKey() > 0 || !query.aggregates().isEmpty());
    }

    /** Null where that is not worth it, or failed: the branches will be asked for, and may fail, each for itself. */
    private @Nullable TableRows withBranches() {
        TreeSql sql = dialect.trees();
        Tree tree = sql == null ? null : trees.of(request, !session.isEmpty(), sql);
        if (sql == null || tree == null) {
            return null;
        }
        try {
            return run(
                    true,
                    (connected, wording) -> rows(
                            connected,
                            wording,
                            configuration -> texts.statement(configuration, sql, request, tree),
                            result -> new TreeReader(request, tree, dialect, trees.counts()).read(result)));
        } catch (RuntimeException e) {
            LookupFailure failure = new LookupFailure(dialect, e);
            if (failure.isFinal()) {
                throw failure.of(request.query());
            }
            return null;
        }
    }

    /**
     * @param mayFail whether the transaction must be as good as before if the statement fails
     */
    private TableRows run(boolean mayFail, Reading reading) {
        int wording = texts.wording();
        try {
            return onConnection(mayFail, connected -> reading.read(connected, wording));
        } catch (RuntimeException e) {
            // In a transaction, the driver cannot help itself with a plan that a migration has made stale.
            if (!new LookupFailure(dialect, e).isStalePlan()) {
                throw e;
            }
            int reworded = texts.reword(wording);
            return onConnection(mayFail, connected -> reading.read(connected, reworded));
        }
    }

    /** Reads a batch by statements of a wording. */
    @FunctionalInterface
    private interface Reading {
        TableRows read(DSLContext connected, int wording) throws SQLException;
    }

    private <T> T onConnection(boolean mayFail, ConnectedWork<T> work) {
        return dsl.connectionResult(connection -> ConnectionTurns.SHARED.take(
                connection, () -> inTransaction(connection, mayFail, () -> watched(connection, work))));
    }

    private <T> T watched(Connection connection, ConnectedWork<T> work) throws SQLException {
        try (RunningStatement running = RunningStatement.of(request)) {
            return work.run(DSL.using(exact(dsl.configuration(), connection, running)));
        }
    }

    /**
     * Of its own where it must have one: outside of transactions, the driver fetches results as a whole, and settings
     * outlive the lookup.
     */
    private <T> T inTransaction(Connection connection, boolean mayFail, ConnectionWork<T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return inHostsTransaction(connection, mayFail, work);
        }
        boolean needed = !session.isEmpty() || (dialect.fetchesInTransaction() && ReadBudget.isMetered(request));
        return needed ? OwnTransaction.around(connection, work) : work.run();
    }

    /** Only where a failure, or what is set, would outlive the lookup: a savepoint takes a round trip. */
    private <T> T inHostsTransaction(Connection connection, boolean mayFail, ConnectionWork<T> work)
            throws SQLException {
        return dialect.failureEndsTransaction() || !session.isEmpty()
                ? HostTransaction.protect(connection, mayFail, !session.isEmpty(), work)
                : work.run();
    }

    private TableRows rows(
            DSLContext connected, int wording, Function<Configuration, QueryPart> statement, ResultReader reader)
            throws SQLException {
        if (!session.isEmpty()) {
            enterSession(connected);
        }
        ResultQuery<?> query = connected
                .resultQuery("{0}" + StatementTexts.suffix(wording), statement.apply(connected.configuration()))
                .coerce(RESULT)
                .fetchSize(ReadBudget.firstFetch(request));
        long start = System.nanoTime();
        try (ResultSet result = query.fetchResultSet()) {
            trees.roundTrip().took(System.nanoTime() - start);
            return reader.read(result);
        }
    }

    private void enterSession(DSLContext connected) {
        try {
            Objects.requireNonNull(dialect.enter(connected, session)).fetch();
        } catch (RuntimeException e) {
            throw new DatabaseSessionFailure(e);
        }
    }

    /**
     * Unquoted names would be folded to other ones, or read as SQL; a bound on rows would lose some of a batch; values do
     * not belong in a statement's text; and results are read while they come.
     */
    private static Configuration exact(Configuration hosts, Connection connection, RunningStatement running) {
        Configuration exact = hosts.derive(new DefaultConnectionProvider(connection));
        exact.setAppending(running);
        exact.settings() // a copy of the host's
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withStatementType(StatementType.PREPARED_STATEMENT)
                .withParamType(ParamType.INDEXED)
                .withFetchIntermediateResult(FetchIntermediateResult.WHEN_RESULT_REQUESTED)
                .withMaxRows(0);
        return exact;
    }
}
