package dev.dovetail.jooq;

import static dev.dovetail.table.Operator.EQ;
import static dev.dovetail.table.Operator.GT;
import static dev.dovetail.table.Operator.GTE;
import static dev.dovetail.table.Operator.IN;
import static dev.dovetail.table.Operator.IS_NULL;
import static dev.dovetail.table.Operator.LT;
import static dev.dovetail.table.Operator.LTE;
import static dev.dovetail.table.Operator.NEQ;
import static dev.dovetail.table.Operator.NIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.table.Operator;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns of every type are compared as PostgreSQL does: row 1 has the smaller value, 2 the larger, 3 none. */
final class FilterTypesTest {

    private static final UUID LOW = new UUID(1, 1);
    private static final UUID HIGH = new UUID(1, 2);

    private static Connection connection;
    private static DSLContext dsl;

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.with(FilterTable.TYPES);
        connection = TestDatabase.server().dataSource().getConnection();
        dsl = database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    static Stream<Arguments> comparable() {
        return Stream.of(
                arguments("bool", false, true),
                arguments("int2", -7, 8),
                arguments("int4", -7, Integer.MAX_VALUE),
                arguments("int8", 1L, Long.MAX_VALUE),
                arguments("numeric(10,2)", new BigDecimal("1.50"), new BigDecimal("1E+3")),
                arguments("numeric", new BigDecimal("1"), Double.NaN),
                arguments("float4", 0.1f, 0.2f),
                arguments("float8", 0.1, Double.POSITIVE_INFINITY),
                arguments("float8", Double.NEGATIVE_INFINITY, Double.NaN),
                arguments("text", "a", "b"),
                arguments("varchar(3)", "abc", "abd"),
                arguments("char(8)", "abc", "abd"),
                arguments("\"char\"", "a", "b"),
                arguments("name", "a", "b"),
                arguments("\"My Types?\".citext", "A", "b"),
                arguments("nick", "A", "b"),
                arguments("code", "abc", "abd"),
                arguments("mood", "happy", "angry"),
                arguments("moods", "happy", "angry"),
                arguments("uuid", LOW, HIGH),
                arguments("date", LocalDate.of(-43, 3, 15), LocalDate.of(2026, 1, 2)),
                arguments("date", LocalDate.of(2026, 1, 2), LocalDate.MAX),
                arguments("date", LocalDate.MIN, LocalDate.of(12026, 1, 2)),
                arguments("time", LocalTime.parse("10:15"), LocalTime.parse("10:15:30.123456")),
                arguments("timetz", OffsetTime.parse("10:15+02:00"), OffsetTime.parse("10:15:30.123456Z")),
                arguments(
                        "timestamp",
                        LocalDateTime.parse("-0043-03-15T10:00:00.5"),
                        LocalDateTime.parse("2026-03-29T02:30")),
                arguments("timestamp", LocalDateTime.MIN, LocalDateTime.MAX),
                arguments(
                        "timestamptz",
                        OffsetDateTime.parse("-0043-03-15T10:00Z"),
                        OffsetDateTime.parse("2026-03-29T02:30:00.123456+05:30")),
                arguments("timestamptz", OffsetDateTime.MIN, OffsetDateTime.MAX),
                arguments("inet", "10.0.0.1", "10.0.0.2"),
                arguments("cidr", "10.0.0.0/8", "11.0.0.0/8"),
                arguments("macaddr", "08:00:2b:01:02:03", "08:00:2b:01:02:04"),
                arguments("macaddr8", "08:00:2b:01:02:03:04:05", "08:00:2b:01:02:03:04:06"),
                arguments("interval", "1 day", "1 year"),
                arguments("money", "1.00", "2.00"),
                arguments("bit(3)", "001", "100"),
                arguments("varbit(3)", "0", "100"),
                arguments("oid", "1", "2"),
                arguments("int4range", "[1,5)", "[2,5)"),
                arguments("int8range", "[1,5)", "[2,5)"),
                arguments("numrange", "[1,5)", "[2,5)"),
                arguments("daterange", "[2026-01-01,2026-01-02)", "[2026-01-03,)"),
                arguments("tsrange", "[2026-01-01,2026-01-02)", "[2026-01-03,)"),
                arguments("tstzrange", "[2026-01-01 00:00Z,2026-01-02 00:00Z)", "[2026-01-03 00:00Z,)"));
    }

    static Stream<Arguments> distinguishable() {
        return Stream.of(
                arguments("bytea", "AP8Q", "AP8R"),
                arguments("jsonb", Map.of("a", 1, "b", List.of()), Map.of("a", 2)),
                arguments("document", List.of("a", 1.5), true),
                arguments("int4[]", List.of(1, 2), List.of(1, 3)),
                arguments("int4[]", List.of(), List.of(List.of(1, 2), List.of(3, 4))),
                arguments("numbers", List.of(1, 2), List.of(1, 3)),
                arguments("numeric(4,2)[]", List.of(new BigDecimal("1.5")), List.of(new BigDecimal("1.6"))),
                arguments("text[]", List.of("NULL", "", "a\"b\\c,{}"), List.of("a", "b")),
                arguments("varchar(3)[]", List.of("abc"), List.of("abd")),
                arguments("char(3)[]", List.of("a"), List.of("b")),
                arguments("name[]", List.of("a"), List.of("b")),
                arguments("\"char\"[]", List.of("a"), List.of("b")),
                arguments("\"My Types?\".citext[]", List.of("A"), List.of("b")),
                arguments("uuid[]", List.of(LOW), List.of(HIGH)),
                arguments("bool[]", List.of(true), List.of(false)),
                arguments("date[]", List.of(LocalDate.of(-43, 3, 15)), List.of(LocalDate.MAX)),
                arguments(
                        "timestamptz[]",
                        List.of(OffsetDateTime.parse("2026-03-29T02:30Z")),
                        List.of(OffsetDateTime.parse("2026-03-29T02:31Z"))),
                arguments("mood[]", List.of("happy"), List.of("angry", "happy")),
                arguments("code[]", List.of("abc"), List.of("abd")),
                arguments("bytea[]", List.of("AP8Q"), List.of("AP8R")),
                arguments("jsonb[]", List.of(Map.of("a", List.of(1))), List.of(List.of(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("comparable")
    void comparison_ofEveryType_isTheDatabases(String type, Object low, Object high) {
        FilterTable table = FilterTable.of(dsl, type, low, high);

        assertThat(table.operators()).containsAll(Operator.COMPARISON);
        checkEquality(table, low, high);
        assertThat(table.ids(GT, low)).containsExactly(2);
        assertThat(table.ids(GTE, low)).containsExactly(1, 2);
        assertThat(table.ids(LT, high)).containsExactly(1);
        assertThat(table.ids(LTE, high)).containsExactly(1, 2);
        if (!table.operators().containsAll(Operator.PATTERN)) {
            assertThat(table.operators()).isEqualTo(Operator.COMPARISON);
        }
    }

    @ParameterizedTest
    @MethodSource("distinguishable")
    void equality_ofEveryType_isTheDatabases(String type, Object one, Object other) {
        FilterTable table = FilterTable.of(dsl, type, one, other);

        assertThat(table.operators()).containsAll(Operator.EQUALITY);
        checkEquality(table, one, other);
    }

    private static void checkEquality(FilterTable table, Object one, Object other) {
        assertThat(table.ids(EQ, one)).containsExactly(1);
        assertThat(table.ids(NEQ, one)).containsExactly(2);
        assertThat(table.ids(IN, List.of(one, other))).containsExactly(1, 2);
        assertThat(table.ids(IN, List.of(other))).containsExactly(2);
        assertThat(table.ids(IN, List.of())).isEmpty();
        assertThat(table.ids(NIN, List.of(one))).containsExactly(2);
        assertThat(table.ids(NIN, List.of())).containsExactly(1, 2, 3);
        assertThat(table.ids(IS_NULL, true)).containsExactly(3);
        assertThat(table.ids(IS_NULL, false)).containsExactly(1, 2);
    }
}
