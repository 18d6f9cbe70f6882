package dev.dovetail.jooq;

import dev.dovetail.table.Column;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Runs the statement of one batch and files its rows under their ordinals. */
final class Lookup {

    /** SQLSTATEs for: no such column, no such table, no such operator or type, wrong type. */
    private static final Set<String> CHANGED = Set.of("42703", "42P01", "42883", "42704", "42804");

    private final DSLContext dsl;
    private final TableRequest request;

    Lookup(DSLContext dsl, TableRequest request) {
        this.dsl = dsl;
        this.request = request;
    }

    TableRows run() {
        Dialect dialect = Dialect.of(dsl);
        try {
            return dsl.connectionResult(
                    connection -> HostTransaction.protect(connection, () -> rows(connection, dialect)));
        } catch (RuntimeException e) {
            if (CHANGED.contains(sqlState(e))) {
                throw new TableChangedException(request.query().table().name(), e);
            }
            throw e;
        }
    }

    /** What the database says, whatever a listener of the host's has made of jOOQ's exception; Spring's makes its own. */
    private static String sqlState(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private TableRows rows(Connection connection, Dialect dialect) throws SQLException {
        DSLContext connected = DSL.using(exact(dsl.configuration().derive(new DefaultConnectionProvider(connection))));
        ColumnReader[] readers = request.query().columns().stream()
                .map(Column::type)
                .map(dialect::reader)
                .toArray(ColumnReader[]::new);
        TableRows rows = new TableRows(request.keys().size());
        ResultQuery<?> statement = dialect.statement(connected, request.query(), request.keys());
        try (ResultSet result = statement.fetchResultSet()) {
            while (result.next()) {
                rows.add(result.getInt(1) - 1, read(result, readers));
            }
        }
        return rows;
    }

    private static @Nullable Object[] read(ResultSet result, ColumnReader[] readers) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            row[i] = readers[i].read(result, i + 2);
        }
        return row;
    }

    /** Unquoted names would be folded to other ones, or read as SQL; a bound on rows would lose some of a batch. */
    private static Configuration exact(Configuration configuration) {
        Settings settings = (Settings) configuration.settings().clone();
        return configuration.derive(settings.withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withMaxRows(0));
    }
}
