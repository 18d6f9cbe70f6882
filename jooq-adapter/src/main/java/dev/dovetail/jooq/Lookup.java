package dev.dovetail.jooq;

import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.conf.FetchIntermediateResult;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** Runs the statement of one batch. */
final class Lookup {

    /** What jOOQ takes the columns of a result for, which it would otherwise ask the driver, and the driver the server. */
    private static final Field<?> RESULT = DSL.field("result");

    private final DSLContext dsl;
    private final TableRequest request;
    private final DatabaseSession session;
    private final StatementTexts texts;

    Lookup(DSLContext dsl, TableRequest request, DatabaseSession session, StatementTexts texts) {
        this.dsl = dsl;
        this.request = request;
        this.session = session;
        this.texts = texts;
    }

    TableRows run() {
        Dialect dialect = Dialect.of(dsl);
        if (asksForNothing()) {
            return new TableRows(request.keys().size());
        }
        try {
            return dsl.connectionResult(connection -> inTransaction(connection, () -> rows(connection, dialect)));
        } catch (RuntimeException e) {
            throw LookupFailure.of(e, request.query());
        }
    }

    private boolean asksForNothing() {
        TableQuery query = request.query();
        RowSelection rows = query.rows();
        return rows.limit() == 0
                || (query.rowsPerKey() == 0 && query.aggregates().isEmpty());
    }

    /**
     * Of its own where it must have one: outside of transactions, the driver fetches results as a whole, and settings
     * outlive the lookup.
     */
    private TableRows inTransaction(Connection connection, ConnectionWork<TableRows> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return HostTransaction.protect(connection, !session.isEmpty(), work);
        }
        boolean needed = ReadBudget.isMetered(request) || !session.isEmpty();
        return needed ? OwnTransaction.around(connection, work) : work.run();
    }

    private TableRows rows(Connection connection, Dialect dialect) throws SQLException {
        DSLContext connected = DSL.using(exact(dsl.configuration(), connection));
        if (!session.isEmpty()) {
            enterSession(connected, dialect);
        }
        try (ResultSet result = connected
                .resultQuery("{0}", texts.statement(connected.configuration(), dialect, request))
                .coerce(RESULT)
                .fetchSize(ReadBudget.firstFetch(request))
                .fetchResultSet()) {
            return new BatchReader(request, dialect).read(result);
        }
    }

    private void enterSession(DSLContext connected, Dialect dialect) {
        try {
            dialect.enter(connected, session).fetch();
        } catch (RuntimeException e) {
            throw new DatabaseSessionFailure(e);
        }
    }

    /**
     * Unquoted names would be folded to other ones, or read as SQL; a bound on rows would lose some of a batch; values do
     * not belong in a statement's text; and results are read while they come.
     */
    private static Configuration exact(Configuration hosts, Connection connection) {
        Settings settings = (Settings) hosts.settings().clone();
        return hosts.derive(new DefaultConnectionProvider(connection))
                .set(settings.withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withStatementType(StatementType.PREPARED_STATEMENT)
                        .withParamType(ParamType.INDEXED)
                        .withFetchIntermediateResult(FetchIntermediateResult.WHEN_RESULT_REQUESTED)
                        .withMaxRows(0));
    }
}
