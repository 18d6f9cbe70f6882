package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.jooq.generated.Things;
import dev.dovetail.session.Session;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
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
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which statement is chosen for which query, and that the server finds single keys by an index. */
final class DialectTest {

    private static final RowOrder LATEST_FIRST =
            RowOrder.of(new Column("id", ColumnType.of(ColumnKind.INTEGER, "pg_catalog.int4"), false, null), true);

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.with(
                "drop extension if exists citext cascade",
                "create extension citext",
                "create type mood as enum ('happy', 'sad')",
                "create domain moods as mood",
                "create table t (id int primary key, indexed int, plain int)",
                "insert into t select i, i % 10, i % 10 from generate_series(1, 1000) i",
                "create index on t (indexed, id)",
                "analyze t");
    }

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void oneKey_isComparedWithoutAKeyTable() {
        assertThat(ids(query("indexed", TableQuery.ALL_ROWS), 3))
                .hasSize(1)
                .allSatisfy(ids -> assertThat(ids).hasSize(100));
        assertThat(statement()).doesNotContain("unnest", "fetch", "order by");

        assertThat(ids(query("indexed", 2, LATEST_FIRST), 3)).containsExactly(List.of(993, 983));
        assertThat(statement()).doesNotContain("unnest").contains("order by", "fetch next 2 rows only");
    }

    @Test
    void allRows_areAJoinWithTheKeyTable() {
        assertThat(ids(query("indexed", TableQuery.ALL_ROWS), 3, 77, 4))
                .extracting(List::size)
                .containsExactly(100, 0, 100);
        assertThat(statement()).contains("with ordinality").doesNotContain("lateral", "row_number", "order by");

        assertThat(ids(query("plain", TableQuery.ALL_ROWS, LATEST_FIRST), 4, 3).get(1))
                .startsWith(993, 983)
                .endsWith(3);
        assertThat(statement()).contains("with ordinality", "order by").doesNotContain("lateral", "row_number");
    }

    @Test
    void uniqueKey_needsNoBound() {
        assertThat(ids(query("id", 2), 3, 2000, 4)).containsExactly(List.of(3), List.of(), List.of(4));
        assertThat(statement()).doesNotContain("lateral", "row_number", "fetch");
    }

    @Test
    void firstRows_withAnIndex_areReadLaterally() {
        TableQuery query = query("indexed", 2, LATEST_FIRST);

        assertThat(ids(query, 4, 77, 3)).containsExactly(List.of(994, 984), List.of(), List.of(993, 983));
        String statement = statement();
        assertThat(statement).contains("lateral", "fetch next 2 rows only").doesNotContain("row_number");
        assertThat(plan(statement, "{4,77,3}")).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void firstRows_withoutAnIndex_areRankedAndReadTheTableOnce() {
        TableQuery query = query("plain", 2, LATEST_FIRST);

        assertThat(ids(query, 4, 77, 3)).containsExactly(List.of(994, 984), List.of(), List.of(993, 983));
        String statement = statement();
        assertThat(statement).contains("row_number").doesNotContain("lateral");
        assertThat(plan(statement, "{4,77,3}")).doesNotContain("Nested Loop").containsOnlyOnce("Scan on t");
    }

    @Test
    void aggregates_ofManyKeys_areComputedInOnePass() {
        TableQuery rows = query("indexed", 0);
        TableQuery query = new TableQuery(
                rows.table(), List.of(), rows.keyColumns(), RowSelection.ALL, 0, false, List.of(Aggregate.count()));

        TableRows few = load(query, 4, 77, 3);
        assertThat(statement()).contains("lateral");
        TableRows many = load(query, IntStream.range(0, 1_000).boxed().toArray());
        assertThat(statement()).contains("full outer join").doesNotContain("lateral");

        assertThat(few.aggregatesOf(0)).containsExactly(100L);
        assertThat(many.aggregatesOf(4)).containsExactly(100L);
        assertThat(many.aggregatesOf(77)).isNull();
        assertThat(many.count()).isZero();
    }

    @Test
    void anyRows_ofABoundedNumber_areOfTheirKey() {
        for (String column : List.of("indexed", "plain")) {
            assertThat(ids(query(column, 2), 4, 77, 3)).extracting(List::size).containsExactly(2, 0, 2);
        }
    }

    @Test
    void noColumns_stillCountRows() {
        for (String column : List.of("indexed", "plain", "id")) {
            for (int rows : new int[] {2, TableQuery.ALL_ROWS}) {
                TableQuery all = query(column, rows);
                TableQuery none = TableQuery.rows(all.table(), List.of(), all.keyColumns(), RowSelection.ALL, rows);
                int expected = column.equals("id") ? 1 : Math.min(rows, 100);

                assertThat(load(none, 4).of(0)).hasSize(expected);
                assertThat(load(none, 4, 3).of(1)).hasSize(expected).allMatch(row -> row.length == 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "int8, 7",
        "'numeric(10,2)', 7.5",
        "varchar(3), abc",
        "char(8), abc",
        "name, abc",
        "citext, abc",
        "mood, happy",
        "moods, happy",
        "uuid, 7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11",
        "timestamptz, 2026-01-02T10:15Z",
        "date, 2026-01-02",
    })
    void keysOfEveryType_useTheColumnsIndex(String type, String key) {
        database.run(
                "drop table if exists keyed",
                "create table keyed (id int, k " + type + ")",
                "create index keyed_k on keyed (k)");
        Table table = source().describe(TableName.of("public", "keyed"));
        TableQuery query = TableQuery.rows(
                table,
                List.of(table.columns().get(0)),
                List.of(table.columns().get(1)),
                RowSelection.ALL,
                TableQuery.ALL_ROWS);
        database.forget();

        load(query, key);
        assertThat(plan(statement(), key)).contains("keyed_k").doesNotContain("Seq Scan");
        load(query, key, key);
        assertThat(plan(statement(), "{" + key + "," + key + "}"))
                .contains("keyed_k")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLDialect.class,
            names = {"POSTGRES", "YUGABYTEDB", "H2", "MYSQL", "MARIADB", "SQLITE", "DUCKDB", "IGNITE"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherDatabases_areRefusedAtOnce(SQLDialect dialect) {
        assertThatThrownBy(() -> JooqTableSource.of(DSL.using(dialect)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(dialect.family().getName())
                .hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({"HSQLDB, wrong rows", "DERBY, no window functions"})
    void databasesWithWrongAnswers_areRefusedWithTheReason(SQLDialect dialect, String reason) {
        assertThatThrownBy(() -> JooqTableSource.of(DSL.using(dialect)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void lateral_whereThereIsNone_isRefused() {
        JooqTableSource.Builder builder =
                JooqTableSource.on(DSL.using(SQLDialect.H2)).strategy(Strategy.LATERAL);

        assertThatThrownBy(builder::build)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("H2 has no lateral");
    }

    @Test
    void otherDatabase_ofOneRequest_isRefusedWithoutAStatement() {
        JooqTableSource source = JooqTableSource.perContext(context -> DSL.using(SQLDialect.H2))
                .catalog(Things.THINGS)
                .build();
        Table table = source.describe(TableName.of("shop", "things"));
        TableQuery query = TableQuery.rows(
                table, table.columns(), table.columns().subList(0, 1), RowSelection.ALL, TableQuery.ALL_ROWS);

        assertThatThrownBy(() -> source.load(request(query, "x")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("H2");
    }

    @Test
    void sourceWithoutACatalog_saysWhatToName() {
        assertThatThrownBy(() ->
                        JooqTableSource.perContext(context -> database.dsl()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(".catalog(dsl)");
    }

    private static JooqTableSource source() {
        return JooqTableSource.of(database.dsl());
    }

    private static TableQuery query(String keyColumn, int rowsPerKey, RowOrder... order) {
        Table table = source().describe(TableName.of("public", "t"));
        Column key = table.columns().get(table.position(keyColumn));
        database.forget();
        RowSelection rows = RowSelection.of(Filter.EVERYTHING, List.of(order));
        return TableQuery.rows(table, List.of(table.columns().get(0)), List.of(key), rows, rowsPerKey);
    }

    private static List<List<Object>> ids(TableQuery query, Object... keys) {
        TableRows rows = load(query, keys);
        return IntStream.range(0, keys.length)
                .mapToObj(i -> rows.of(i).stream().map(row -> row[0]).toList())
                .toList();
    }

    private static TableRows load(TableQuery query, Object... keys) {
        return source().load(request(query, keys)).toCompletableFuture().join();
    }

    private static TableRequest request(TableQuery query, Object... keys) {
        List<JoinKey> joinKeys = Arrays.stream(keys).map(JoinKey::of).toList();
        return new TableRequest(query, joinKeys, Session.ANONYMOUS, GraphQLContext.getDefault());
    }

    private static String statement() {
        List<String> statements = database.statements();
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    /** How the server runs a statement whose only parameter is this, if it may choose an index over a small table. */
    private static String plan(String statement, String parameter) {
        return database.plain().transactionResult(transaction -> {
            transaction
                    .dsl()
                    .execute("set local enable_seqscan = " + (statement.contains("row_number") ? "on" : "off"));
            return transaction.dsl().fetch("explain " + statement, parameter).formatCSV();
        });
    }
}
