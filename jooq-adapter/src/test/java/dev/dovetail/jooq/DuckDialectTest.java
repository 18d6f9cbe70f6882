package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.session.Session;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableChangedException;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DuckDB does in its own way, in memory and on one connection. */
final class DuckDialectTest {

    private Connection connection;
    private DSLContext dsl;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        dsl = DSL.using(connection, SQLDialect.DUCKDB);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'decimal(10,1)', 1.5, 1.51",
        "'decimal(10,1)', 1.5, 1.50000000000000000000000000000000000000001",
        "'decimal(38,10)', 12345678901234567890.0123456789, 1e40",
        "hugeint, 170141183460469231731687303715884105727, 0.5",
        "ubigint, 18446744073709551615, 18446744073709551616",
        "uhugeint, 18446744073709551616, -1.5",
    })
    void number_ofAnyDigits_isItselfAlone(String type, BigDecimal value, BigDecimal other) {
        run("create table t (id integer, k " + type + ")", "insert into t values (1, " + value.toPlainString() + ")");

        TableRows rows = load(rows(table(), RowSelection.ALL), other, value);

        assertThat(rows.of(0)).isEmpty();
        assertThat(rows.of(1)).hasSize(1);
        assertThat(load(rows(table(), RowSelection.ALL), value).of(0)).hasSize(1);
        assertThat(load(rows(table(), RowSelection.ALL), other).of(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timestamp, 0", "timestamp_s, 0", "timestamp_ms, 0", "timestamp_ns, 1"})
    void time_ofManyDigits_isNotRounded(String type, int found) {
        run(
                "create table t (id integer, k " + type + ")",
                "insert into t values (1, '2026-01-02 10:15:30.000000'), (2, '2026-01-02 10:15:30.000000001')");
        LocalDateTime time = LocalDateTime.parse("2026-01-02T10:15:30");

        TableRows rows = load(rows(table(), RowSelection.ALL), time, time.plusNanos(1), time.plusNanos(2_000));

        assertThat(rows.of(0)).hasSize(2 - found);
        assertThat(rows.of(1)).hasSize(found);
        assertThat(rows.of(2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "utinyint, SMALLINT",
        "usmallint, INTEGER",
        "uinteger, BIGINT",
        "'enum(''it''''s'', ''b'')', ENUM",
        "integer[], ARRAY",
        "integer[3], OTHER",
        "struct(a integer), OTHER",
        "interval, OTHER",
        "bit, OTHER",
        "'map(varchar, integer)', OTHER",
    })
    void type_ofEachColumn_isKnown(String type, ColumnKind kind) {
        run("create table t (id integer, k " + type + ")");

        assertThat(table().columns().get(1).type().kind()).isEqualTo(kind);
        if (kind == ColumnKind.ENUM) {
            assertThat(table().columns().get(1).type().labels()).containsExactly("it's", "b");
        }
    }

    @Test
    void expression_thatIsNone_isTheClientsFault() {
        run("create table t (id varchar, k integer)", "insert into t values ('abc', 1), ('aXc', 1)");
        Table table = table();

        assertThat(load(rows(table, matching(table, Operator.IREGEX, "^a[x-z]c$")), 1)
                        .of(0))
                .hasSize(1);
        assertThat(load(rows(table, matching(table, Operator.NREGEX, "X")), 1).of(0))
                .hasSize(1);
        assertThatThrownBy(() -> load(rows(table, matching(table, Operator.REGEX, "(")), 1))
                .isInstanceOf(InvalidValueException.class);
    }

    private static RowSelection matching(Table table, Operator operator, String pattern) {
        return RowSelection.of(new Filter.Comparison(table.columns().get(0), operator, pattern), List.of());
    }

    /** There are no savepoints; but what is wrong with a statement is found before it runs. */
    @Test
    void hostsTransaction_outlivesAChangedTable() {
        run("create table t (id integer, k integer)", "create table log (id integer)");
        TableQuery query = rows(table(), RowSelection.ALL);

        dsl.transaction(transaction -> {
            transaction.dsl().execute("insert into log values (1)");
            transaction.dsl().execute("alter table t rename id to other");
            JooqTableSource source = JooqTableSource.perContext(context -> transaction.dsl())
                    .catalog(dsl)
                    .build();
            assertThatThrownBy(() -> source.load(request(query, 1))).isInstanceOf(TableChangedException.class);
        });

        assertThat(dsl.fetchCount(DSL.table("log"))).isOne();
    }

    private void run(String... statements) {
        Arrays.stream(statements).forEach(dsl::execute);
    }

    private Table table() {
        return JooqTableSource.of(dsl).describe(TableName.of("main", "t"));
    }

    private static TableQuery rows(Table table, RowSelection rows) {
        return TableQuery.rows(
                table, table.columns().subList(0, 1), table.columns().subList(1, 2), rows, TableQuery.ALL_ROWS);
    }

    private TableRows load(TableQuery query, Object... keys) {
        return JooqTableSource.of(dsl)
                .load(request(query, keys))
                .toCompletableFuture()
                .join();
    }

    private static TableRequest request(TableQuery query, Object... keys) {
        List<JoinKey> joinKeys = IntStream.range(0, keys.length)
                .mapToObj(i -> JoinKey.of(keys[i]))
                .toList();
        return new TableRequest(query, joinKeys, Session.ANONYMOUS, GraphQLContext.getDefault());
    }
}
