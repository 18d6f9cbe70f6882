package dev.dovetail.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.jooq.servers.LocalServer;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import graphql.GraphQLContext;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Tables of a database of their own, on MySQL or MariaDB, and how they are asked. */
final class MySqlTables implements AutoCloseable {

    private static final String DATABASE = "tables";

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final HikariDataSource pool;
    private final DSLContext plain;
    private final DSLContext recorded;

    /**
     * @param session statements that begin each connection, or null
     * @param parameters of the driver, each behind an ampersand
     */
    MySqlTables(LocalServer server, SQLDialect dialect, String session, String parameters) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(DATABASE) + "?createDatabaseIfNotExist=true" + parameters);
        config.setUsername("root");
        config.setPassword("");
        config.setConnectionInitSql(session);
        config.setMaximumPoolSize(2);
        this.pool = new HikariDataSource(config);
        this.plain = DSL.using(pool, dialect);
        this.recorded = DSL.using(new DefaultConfiguration()
                .set(pool)
                .set(dialect)
                .set(ExecuteListener.onExecuteStart(context -> statements.add(String.valueOf(context.sql())))));
    }

    MySqlTables run(String... sql) {
        for (String statement : sql) {
            plain.execute(statement);
        }
        return this;
    }

    DSLContext plain() {
        return plain;
    }

    Table table(String name) {
        return JooqTableSource.of(plain).describe(TableName.of(DATABASE, name));
    }

    static Column column(Table table, String name) {
        return table.columns().get(table.position(name));
    }

    /** The statements since this was last called. */
    List<String> statements() {
        List<String> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    /** The values of a column, in the order of another, in the rows of each key. */
    List<List<Object>> values(String table, String wanted, String keyColumn, Object... keys) {
        return values(first(table, wanted, keyColumn, TableQuery.ALL_ROWS, Filter.EVERYTHING), keys);
    }

    List<List<Object>> values(TableQuery query, Object... keys) {
        List<JoinKey> joinKeys = Arrays.stream(keys).map(JoinKey::of).toList();
        TableSourceOf source = new TableSourceOf(JooqTableSource.of(recorded));
        statements.clear();
        TableRows rows = source.load(query, joinKeys);
        return IntStream.range(0, keys.length)
                .mapToObj(i -> rows.of(i).stream().map(row -> row[0]).toList())
                .toList();
    }

    /** The first rows of each key, the last ones of the table first. */
    TableQuery first(String table, String wanted, String keyColumn, int rowsPerKey, Filter filter) {
        Table described = table(table);
        return TableQuery.rows(
                described,
                List.of(column(described, wanted)),
                List.of(column(described, keyColumn)),
                RowSelection.of(filter, List.of(RowOrder.of(column(described, "id"), true))),
                rowsPerKey);
    }

    Filter filter(String table, String column, Operator operator, Object value) {
        return new Filter.Comparison(column(table(table), column), operator, value);
    }

    /** How the server runs a statement with these parameters. */
    String plan(String statement, Object... parameters) {
        return plain.fetch("explain " + statement, parameters).formatCSV();
    }

    @Override
    public void close() {
        pool.close();
    }

    private record TableSourceOf(JooqTableSource source) {
        TableRows load(TableQuery query, List<JoinKey> keys) {
            return source.load(new TableRequest(query, keys, Session.ANONYMOUS, GraphQLContext.getDefault()))
                    .toCompletableFuture()
                    .join();
        }
    }
}
