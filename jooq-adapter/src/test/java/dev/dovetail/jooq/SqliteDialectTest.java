package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.session.Session;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.ForeignKey;
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
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite does in its own way, in memory and on one connection. */
final class SqliteDialectTest {

    private final List<String> statements = new ArrayList<>();
    private Connection connection;
    private DSLContext dsl;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        dsl = DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.SQLITE)
                .set(new Recorder(statements)));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void firstRows_withAnIndexAndAPrimaryKey_arePickedByIt() {
        run(
                "create table t (id integer primary key, k int, v int)",
                "create index t_k on t (k, v)",
                "insert into t select value, value % 10, value from generate_series(1, 1000)"
                        .replace("generate_series(1, 1000)", "(" + numbers() + ")"));

        assertThat(ids("t", "k", 2, 4, 77, 3)).containsExactly(List.of(994, 984), List.of(), List.of(993, 983));
        assertThat(statements.get(0)).contains("json_each", "cross join").doesNotContain("row_number");
        assertThat(plan("[4,77,3]"))
                .contains("SEARCH u USING INTEGER PRIMARY KEY", "SEARCH t USING COVERING INDEX t_k")
                .doesNotContain("SCAN u", "SCAN t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id integer primary key, k int)",
                "create table t (id int, k int unique)",
                "create table t (id int, n int, k int, primary key (id, n))"
            })
    void firstRows_withoutIndexOrPrimaryKey_areRanked(String table) {
        run(table);

        assertThat(ids("t", "k", 2, 4, 3)).containsExactly(List.of(), List.of());
        if (!table.contains("unique")) {
            assertThat(statements.get(0)).contains("row_number");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bigint, 7",
        "boolean, 1",
        "text, abc",
        "text collate nocase, abc",
        "varchar(3), abc",
        "uuid, 7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11",
        "date, 2026-01-02",
        "numeric, 7.5",
        "double, 7.5",
    })
    void keysOfEveryType_useTheColumnsIndex(String type, String key) {
        run("create table t (id int, k " + type + ")", "create index t_k on t (k)");
        Table table = table("t");
        TableQuery query = rows(table, "k", TableQuery.ALL_ROWS);

        load(query, value(table, key), value(table, key));

        assertThat(plan("[\"" + key + "\"]"))
                .contains("SEARCH t USING INDEX t_k")
                .doesNotContain("SCAN t");
    }

    private static Object value(Table table, String key) {
        return switch (table.columns().get(1).type().kind()) {
            case BIGINT -> Long.valueOf(key);
            case BOOLEAN -> true;
            case DECIMAL -> new BigDecimal(key);
            case DOUBLE -> Double.valueOf(key);
            default -> key;
        };
    }

    @Test
    void index_thatComparesInAnotherWay_isNone() {
        run(
                "create table t (id integer primary key, a text collate nocase, b text, c text)",
                "create unique index t_a on t (a collate binary)",
                "create unique index t_b on t (b)",
                "create unique index t_c on t (c) where c > 'x'",
                "create index t_l on t (lower(c))");
        Table table = table("t");

        assertThat(table.isUnique(Set.of("a"))).isFalse();
        assertThat(table.isIndexed(Set.of("a"))).isFalse();
        assertThat(table.isUnique(Set.of("b"))).isTrue();
        assertThat(table.isIndexed(Set.of("c"))).isFalse();
    }

    @Test
    void foreignKey_inOtherLettersAndWithoutColumns_isOfTheRealNames() {
        run(
                "create table Users (Id integer primary key)",
                "create table t (user_id int references users, other int references USERS (ID))");

        assertThat(source().foreignKeys(TableName.of("main", "t")))
                .containsExactlyInAnyOrder(
                        new ForeignKey(List.of("user_id"), TableName.of("main", "Users"), List.of("Id")),
                        new ForeignKey(List.of("other"), TableName.of("main", "Users"), List.of("Id")));
    }

    @Test
    void strictTable_hasIntegersOf64Bits() {
        run("create table t (id int, k integer, v any) strict", "insert into t values (1, 9223372036854775807, 'x')");

        TableRows rows = load(rows(table("t"), "k", TableQuery.ALL_ROWS), Long.MAX_VALUE, Long.MAX_VALUE - 1);

        assertThat(rows.of(0)).hasSize(1);
        assertThat(rows.of(1)).isEmpty();
    }

    @Test
    void value_thatTheColumnCannotMean_failsInsteadOfBeingChanged() {
        run("create table t (id integer, k int)", "insert into t values (3000000000, 1), ('abc', 2)");
        TableQuery query = rows(table("t"), "k", TableQuery.ALL_ROWS);

        assertThatThrownBy(() -> load(query, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> load(query, 2)).hasStackTraceContaining("a value that is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-29 02:30:00", "2026-03-29 02:30:00.0", "2026-03-29T02:30:00.000", "2026-03-29T02:30:00"
            })
    void timestamp_inEachSpelling_isTheSame(String text) {
        run("create table t (id integer, k timestamp)", "insert into t values (1, '" + text + "')");
        LocalDateTime time = LocalDateTime.parse("2026-03-29T02:30:00");

        TableQuery query = rows(table("t"), "k", TableQuery.ALL_ROWS);
        TableRows rows = load(query, time, time.plusNanos(1000));

        assertThat(rows.of(0)).hasSize(1);
        assertThat(rows.of(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a%, 'abc|a*c|a[c|a?c|a\\c'",
        "A%, 'ABC'",
        "a_c, 'abc|a*c|a[c|a?c|a\\c'",
        "a*c, a*c",
        "a[c, a[c",
        "a?c, a?c",
        "'a\\%c', ''",
        "'a\\\\c', 'a\\c'",
        "'[a]%', ''",
    })
    void like_isCaseSensitiveAndKnowsNoOtherSigns(String pattern, String found) {
        run(
                "create table t (id text, k int)",
                "insert into t values ('abc', 1), ('ABC', 1), ('a*c', 1), ('a[c', 1), ('a?c', 1), ('a\\c', 1)");
        Table table = table("t");
        Filter like = new Filter.Comparison(table.columns().get(0), Operator.LIKE, pattern);
        TableQuery query = TableQuery.rows(
                table,
                table.columns().subList(0, 1),
                table.columns().subList(1, 2),
                RowSelection.of(like, List.of()),
                TableQuery.ALL_ROWS);

        assertThat(String.join(
                        "|",
                        load(query, 1).of(0).stream()
                                .map(row -> (String) row[0])
                                .toList()))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "'9223372036854775807, 9223372036854775807, 1', 18446744073709551615, 9223372036854775808",
        "'-9223372036854775808, -9223372036854775808', -18446744073709551616, -9223372036854775808",
        "'-1, -1, 1', -1, 0",
        "'4294967295, 1, -4294967296', 0, 0",
        "null, , ",
    })
    void sumOf64Bits_isExact(String values, BigDecimal sum, BigDecimal distinct) {
        run("create table t (id bigint, k int)");
        Arrays.stream(values.split(",")).forEach(value -> run("insert into t values (" + value + ", 1)"));
        Table table = table("t");
        List<Column> column = table.columns().subList(0, 1);
        TableQuery query = new TableQuery(
                table,
                List.of(),
                table.columns().subList(1, 2),
                RowSelection.ALL,
                0,
                false,
                List.of(
                        new Aggregate(AggregateFunction.SUM, column, false),
                        new Aggregate(AggregateFunction.SUM, column, true)));

        assertThat(load(query, 1, 2).aggregatesOf(0)).containsExactly(sum, distinct);
    }

    private static String numbers() {
        return "with recursive n (value) as (select 1 union all select value + 1 from n where value < 1000)"
                + " select value from n";
    }

    private void run(String... all) {
        Arrays.stream(all).forEach(dsl::execute);
        statements.clear();
    }

    private JooqTableSource source() {
        return JooqTableSource.of(dsl);
    }

    private Table table(String name) {
        return source().describe(TableName.of("main", name));
    }

    private static TableQuery rows(Table table, String key, int rowsPerKey, RowOrder... order) {
        return TableQuery.rows(
                table,
                table.columns().subList(0, 1),
                List.of(table.columns().get(table.position(key))),
                RowSelection.of(Filter.EVERYTHING, List.of(order)),
                rowsPerKey);
    }

    private List<List<Object>> ids(String name, String key, int most, Object... keys) {
        Table table = table(name);
        TableRows rows = load(rows(table, key, most, RowOrder.of(table.columns().get(0), true)), keys);
        return IntStream.range(0, keys.length)
                .mapToObj(i -> rows.of(i).stream().map(row -> row[0]).toList())
                .toList();
    }

    private TableRows load(TableQuery query, Object... keys) {
        statements.clear();
        List<JoinKey> joinKeys = Arrays.stream(keys).map(JoinKey::of).toList();
        TableRequest request = new TableRequest(query, joinKeys, Session.ANONYMOUS, GraphQLContext.getDefault());
        return source().load(request).toCompletableFuture().join();
    }

    private String plan(String parameter) {
        assertThat(statements).hasSize(1);
        return dsl.fetch("explain query plan " + statements.get(0), parameter).formatCSV();
    }

    private record Recorder(List<String> statements) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.add(context.sql());
        }
    }
}
