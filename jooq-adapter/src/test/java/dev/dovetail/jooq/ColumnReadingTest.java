package dev.dovetail.jooq;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.session.Session;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import graphql.GraphQLContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a row carries for a column: the Java class of its kind, whatever the driver makes of the type. */
final class ColumnReadingTest {

    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    /** Arrays of these are read as the text that the database prints for them. */
    private static final Set<String> AS_TEXT = Set.of("inet", "int4range", "xml", "bit(3)", "tsvector");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.with(
                "drop extension if exists citext cascade",
                "create extension citext",
                "create type mood as enum ('happy', 'so so')",
                "create domain code as varchar(3)",
                "create domain moods as mood[]",
                "create domain numbers as int[]");
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                arguments("bool", "true", true),
                arguments("int2", "-7", -7),
                arguments("int4", "2147483647", Integer.MAX_VALUE),
                arguments("int8", "9223372036854775807", Long.MAX_VALUE),
                arguments("numeric", "1.50", new BigDecimal("1.50")),
                arguments("numeric", "'NaN'", Double.NaN),
                arguments("float4", "0.1", 0.1f),
                arguments("float8", "0.1", 0.1),
                arguments("float8", "'-Infinity'", Double.NEGATIVE_INFINITY),
                arguments("text", "E'a\\\\b\"{0}?'", "a\\b\"{0}?"),
                arguments("varchar(3)", "'abc'", "abc"),
                arguments("char(5)", "'abc'", "abc  "),
                arguments("\"char\"", "'a'", "a"),
                arguments("name", "'n'", "n"),
                arguments("citext", "'Hodor'", "Hodor"),
                arguments("uuid", "'" + ID + "'", UUID.fromString(ID)),
                arguments("date", "'2026-01-02'", LocalDate.of(2026, 1, 2)),
                arguments("date", "'0044-03-15 BC'", LocalDate.of(-43, 3, 15)),
                arguments("time", "'10:15:30.123456'", LocalTime.parse("10:15:30.123456")),
                arguments("timetz", "'10:15:30.123456-15:59'", OffsetTime.parse("10:15:30.123456-15:59")),
                arguments(
                        "timestamp", "'2026-03-29 02:30:00.123456'", LocalDateTime.parse("2026-03-29T02:30:00.123456")),
                arguments("timestamp", "'1500-01-01'", LocalDateTime.parse("1500-01-01T00:00")),
                arguments("timestamptz", "'2026-03-29 02:30+02'", OffsetDateTime.parse("2026-03-29T00:30Z")),
                arguments("timestamptz", "'1500-01-01 00:00Z'", OffsetDateTime.parse("1500-01-01T00:00Z")),
                arguments("bytea", "'\\x00ff10'", "AP8Q"),
                arguments("mood", "'so so'", "so so"),
                arguments("code", "'abc'", "abc"),
                arguments("inet", "'10.0.0.1/8'", "10.0.0.1/8"),
                arguments("int4range", "'[1,5)'", "[1,5)"),
                arguments("xml", "'<a/>'", "<a/>"),
                arguments("bit(3)", "B'101'", "101"),
                arguments("tsvector", "'a b'", "'a' 'b'"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalar_isOfItsKindsClass(String type, String literal, Object expected) {
        assertThat(read(type, literal)).isEqualTo(expected).hasSameClassAs(expected);
        assertThat(read(binary(), type, literal))
                .as("binary")
                .isEqualTo(expected)
                .hasSameClassAs(expected);
        assertThat(read(type, "null")).isNull();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void array_ofEachKind_isAListOfTheSameValues(String type, String literal, Object expected) {
        String array = "array[" + literal + ", null]::" + type + "[]";

        if (AS_TEXT.contains(type)) {
            assertThat(read(type + "[]", array)).asString().startsWith("{").endsWith(",NULL}");
        } else {
            assertThat(read(type + "[]", array)).isEqualTo(asList(expected, null));
            assertThat(read(binary(), type + "[]", array)).as("binary").isEqualTo(asList(expected, null));
        }
        assertThat(read(type + "[]", "null")).isNull();
    }

    @Test
    void array_emptyOrOfSeveralDimensions_keepsItsShape() {
        assertThat(read("int4[]", "'{}'")).isEqualTo(List.of());
        assertThat(read("int4[]", "'{{1,2},{3,null}}'")).isEqualTo(List.of(List.of(1, 2), asList(3, null)));
        assertThat(read(binary(), "int4[]", "'{{1,2},{3,null}}'")).isEqualTo(List.of(List.of(1, 2), asList(3, null)));
        assertThat(read("text[][]", "'{{{a},{\"{b,\\\\\"}}}'"))
                .isEqualTo(List.of(List.of(List.of("a"), List.of("{b,\\"))));
        assertThat(read("time[]", "'{{10:15:00.000001}}'"))
                .isEqualTo(List.of(List.of(LocalTime.parse("10:15:00.000001"))));
        assertThat(read("int4[]", "'[5:6]={1,2}'")).isEqualTo(List.of(1, 2));
        assertThat(read("text[]", "array['NULL', 'null', '', ' ']")).isEqualTo(List.of("NULL", "null", "", " "));
    }

    @Test
    void domainOverArray_isReadAsTheArrayIs() {
        assertThat(read("numbers", "'{1,2}'")).isEqualTo(List.of(1, 2));
        assertThat(read("moods", "'{happy,\"so so\"}'")).isEqualTo(List.of("happy", "so so"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb"})
    void json_keepsNumbersExactly(String type) {
        Object tree = read(
                type,
                "'{\"a\": [1, 9007199254740993, 123456789012345678901234567890, 0.1000000000000000055511151231257827,"
                        + " null, true, \"\\u00e4\"], \"b\": {}}'");

        assertThat(tree)
                .isEqualTo(Map.of(
                        "a",
                        asList(
                                1,
                                9007199254740993L,
                                new BigInteger("123456789012345678901234567890"),
                                new BigDecimal("0.1000000000000000055511151231257827"),
                                null,
                                true,
                                "\u00e4"),
                        "b",
                        Map.of()));
        assertThat(read(type, "'null'")).isNull();
        assertThat(read(type, "'\"text\"'")).isEqualTo("text");
        assertThat(read(type + "[]", "array['{\"a\": 1}', null, '2']::" + type + "[]"))
                .isEqualTo(asList(Map.of("a", 1), null, 2));
    }

    @Test
    void intervalAndMoney_areTheDatabasesText() {
        assertThat(read("interval", "'1 year 2 days 03:04:05.6'"))
                .asString()
                .contains("1 year")
                .contains("2 days");
        assertThat(read("money", "'12.50'::money")).asString().contains("12.50");
    }

    @Test
    void infiniteDates_areBeyondAnyOther() {
        assertThat(read("date", "'infinity'")).isEqualTo(LocalDate.MAX);
        assertThat(read("timestamp", "'-infinity'")).isEqualTo(LocalDateTime.MIN);
        assertThat(read("timestamptz", "'infinity'")).isEqualTo(OffsetDateTime.MAX);
    }

    /** At 02:30 on that day there is no local time in Berlin, nor at midnight in Sao Paulo on that other. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"})
    void dateAndTime_inAnyZoneOfTheJvm_areTheSame(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(read("timestamp", "'2026-03-29 02:30'")).isEqualTo(LocalDateTime.parse("2026-03-29T02:30"));
            assertThat(read("timestamp[]", "array['2026-03-29 02:30']::timestamp[]"))
                    .isEqualTo(List.of(LocalDateTime.parse("2026-03-29T02:30")));
            assertThat(read("date[]", "array['2017-10-15']::date[]")).isEqualTo(List.of(LocalDate.parse("2017-10-15")));
            assertThat(read("timestamptz", "'2026-03-29 02:30Z'")).isEqualTo(OffsetDateTime.parse("2026-03-29T02:30Z"));
            assertThat(read("timestamptz[]", "array['2026-03-29 02:30Z']::timestamptz[]"))
                    .isEqualTo(List.of(OffsetDateTime.parse("2026-03-29T02:30Z")));
            assertThat(read("timetz[]", "array['02:30+03']::timetz[]"))
                    .isEqualTo(List.of(OffsetTime.parse("02:30+03:00")));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private Object read(String type, String literal) {
        return read(database.dsl(), type, literal);
    }

    private Object read(DSLContext dsl, String type, String literal) {
        database.run("drop table if exists c; create table c (id int, v " + type + "); insert into c values (1, "
                + literal + ")");
        JooqTableSource source = JooqTableSource.of(dsl);
        Table table = source.describe(TableName.of("public", "c"));
        TableQuery query = TableQuery.rows(
                table,
                List.of(table.columns().get(1)),
                List.of(table.columns().get(0)),
                RowSelection.ALL,
                TableQuery.ALL_ROWS);
        TableRequest request =
                new TableRequest(query, List.of(JoinKey.of(1)), Session.ANONYMOUS, GraphQLContext.getDefault());
        return source.load(request).toCompletableFuture().join().of(0).get(0)[0];
    }

    /** The driver asks for values in binary form from the fifth execution of a statement on, or at once. */
    private static DSLContext binary() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(TestDatabase.server().jdbcUrl() + "?prepareThreshold=-1");
        dataSource.setUser(TestDatabase.server().user());
        return DSL.using(dataSource, SQLDialect.POSTGRES);
    }
}
