package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.jooq.servers.LocalServer;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MySQL and MariaDB do in a way of their own: collations, silent casts, modes, zones, and types that others lack. */
abstract class MySqlDialectContract {

    private static final String THOUSAND =
            "with recursive s as (select 1 n union all select n + 1 from s where n < 1000)";

    private MySqlTables tables;

    abstract LocalServer server();

    abstract SQLDialect dialect();

    /** Parameters of the driver that every connection needs. */
    abstract String parameters();

    private MySqlTables tables(String session, String parameters) {
        close();
        tables = new MySqlTables(server(), dialect(), session, parameters() + parameters);
        return tables;
    }

    private MySqlTables tables() {
        return tables(null, "");
    }

    @AfterEach
    void close() {
        if (tables != null) {
            tables.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bigint,                                                     n,                 7",
        "int unsigned,                                               n,                 7",
        "bigint unsigned,                                            n,                 7",
        "'decimal(20,4)',                                            n,                 7",
        "double,                                                     n,                 7",
        "varchar(40) character set utf8mb4 collate utf8mb4_general_ci, hex(n), 7",
        "varchar(40) character set utf8mb4 collate utf8mb4_unicode_ci, hex(n), 7",
        "varchar(40) character set utf8mb4 collate utf8mb4_bin,      hex(n), 7",
        "varchar(40) character set utf8mb3,                          hex(n), 7",
        "varchar(40) character set latin1,                           hex(n), 7",
        "varchar(40) character set ascii,                            hex(n), 7",
        "char(36),                                                   hex(n), 7",
        "date,                                                       from_days(730000 + n), 1998-09-11",
    })
    void keysOfEveryType_useTheColumnsIndex(String type, String value, String key) {
        tables().run(
                        "drop table if exists keyed",
                        "create table keyed (id int primary key, k " + type + ", key keyed_k (k))",
                        "insert into keyed " + THOUSAND + " select n, " + value + " from s",
                        "analyze table keyed");
        Table table = tables.table("keyed");
        Object typed = typed(MySqlTables.column(table, "k").type().kind(), key);
        TableQuery query = tables.first("keyed", "id", "k", TableQuery.ALL_ROWS, Filter.EVERYTHING);

        for (Object[] keys : List.of(new Object[] {typed}, new Object[] {typed, typed})) {
            assertThat(tables.values(query, keys))
                    .allSatisfy(ids -> assertThat(ids).containsExactly(ids.get(0)));
            String statement = tables.statements().get(0);
            String document = "[[\"" + key + "\"], [\"" + key + "\"]]";
            assertThat(tables.plan(statement, keys.length == 1 ? typed : document))
                    .as(statement)
                    .contains(",keyed_k,")
                    .doesNotContain("t,index", "t,ALL");
        }
    }

    private static Object typed(ColumnKind kind, String key) {
        return switch (kind) {
            case SMALLINT, INTEGER -> Integer.valueOf(key);
            case BIGINT -> Long.valueOf(key);
            case DECIMAL -> new BigDecimal(key);
            case DOUBLE -> Double.valueOf(key);
            case DATE -> java.time.LocalDate.parse(key);
            default -> key;
        };
    }

    @Test
    void firstRows_areReadByTheShapeOfTheDatabase() {
        tables().run(
                        "drop table if exists many",
                        "create table many (id int primary key, indexed int, plain int, key (indexed, id))",
                        "insert into many " + THOUSAND + " select n, n % 10, n % 10 from s");
        boolean lateral = dialect() == SQLDialect.MYSQL;

        for (String column : List.of("indexed", "plain")) {
            assertThat(tables.values(tables.first("many", "id", column, 2, Filter.EVERYTHING), 4, 77, 3))
                    .containsExactly(List.of(994, 984), List.of(), List.of(993, 983));
            assertThat(tables.statements())
                    .hasSize(1)
                    .allMatch(sql -> sql.contains("lateral") == (lateral && column.equals("indexed")))
                    .allMatch(sql -> sql.contains("row_number") != sql.contains("lateral"));
        }
        tables.values(tables.first("many", "id", "indexed", 2, Filter.EVERYTHING), 4);
        assertThat(tables.statements())
                .allMatch(sql -> sql.endsWith("limit 2") || sql.endsWith("fetch next 2 rows only"));
    }

    /** These databases find 0 equal to all texts, and 1 to '1abc'. */
    @Test
    void textKeys_areNoNumbers() {
        tables().run(
                        "drop table if exists codes",
                        "create table codes (id int primary key, code varchar(20), key (code))",
                        "insert into codes values (1, 'abc'), (2, '0'), (3, '1abc'), (4, '1'), (5, '1.0'), (6, '')");

        assertThat(tables.values("codes", "id", "code", "0", "1", ""))
                .containsExactly(List.of(2), List.of(4), List.of(6));
        assertThat(tables.values("codes", "id", "code", "0")).containsExactly(List.of(2));
    }

    /** A value that the type does not have would be cut off, rounded, or taken for another. */
    @ParameterizedTest
    @CsvSource({
        "smallint unsigned, 65535, INTEGER, 70000",
        "smallint unsigned, 0,     INTEGER, -1",
        "int unsigned,      0,     BIGINT,  -1",
        "bigint unsigned,   18446744073709551615, DECIMAL, 18446744073709551616",
        "bigint unsigned,   0,     DECIMAL, -1",
        "bigint unsigned,   1,     DECIMAL, 1.4",
        "'decimal(5,1)',    0.1,   DECIMAL, 0.10000000000000000000000000000000000000000001",
        "'decimal(5,1)',    9999.9, DECIMAL, 1e100",
        "year,              2024,  SMALLINT, 24",
        "year,              2001,  SMALLINT, 1",
        "varchar(9) character set latin1,  '?', TEXT, \u4e2d",
        "varchar(9) character set utf8mb3, '?', TEXT, \ud83d\ude00",
        "varchar(9) character set ascii,   '?', TEXT, \u00e4",
        "varchar(9) character set utf8mb4, '?', TEXT, \ud83d",
    })
    void keyThatTheTypeDoesNotHave_findsNothing(String type, String value, ColumnKind kind, String key) {
        tables().run(
                        "drop table if exists narrow",
                        "create table narrow (id int primary key, k " + type + ", key (k))",
                        "insert into narrow values (1, '" + value + "')");
        assertThat(MySqlTables.column(tables.table("narrow"), "k").type().kind())
                .isEqualTo(kind);
        Object found = typed(kind, value);
        Object given = typed(kind, key);

        assertThat(tables.values("narrow", "id", "k", given)).containsExactly(List.of());
        assertThat(tables.values("narrow", "id", "k", found, given)).containsExactly(List.of(1), List.of());
        TableQuery filtered = tables.first(
                "narrow", "id", "id", TableQuery.ALL_ROWS, tables.filter("narrow", "k", Operator.EQ, given));
        if (kind != ColumnKind.INTEGER && kind != ColumnKind.BIGINT) {
            assertThatThrownBy(() -> tables.values(filtered, 1)).isInstanceOf(InvalidValueException.class);
        } else {
            assertThat(tables.values(filtered, 1)).containsExactly(List.of());
        }
    }

    @Test
    void typesOfTheirOwn_areReadToTheLastDigit() {
        tables().run(
                        "drop table if exists kinds",
                        "create table kinds (id int primary key, flag tinyint(1), bit1 bit(1), bits bit(10), tiny tinyint"
                                + " unsigned, medium mediumint unsigned, whole int unsigned, large bigint unsigned, yr year,"
                                + " mood enum('it''s', 'a,b'), tags set('x','y'), f float, place point, bin binary(3), doc json)",
                        "insert into kinds values (1, 2, b'1', b'101', 255, 16777215, 4294967295, 18446744073709551615,"
                                + " 2024, 'it''s', 'x,y', 16777217.5, point(1, 2), 'abc', '{\"a\": [1]}')",
                        "insert into kinds (id) values (2)");

        Object[][] expected = {
            {"flag", ColumnKind.BOOLEAN, true},
            {"bit1", ColumnKind.BOOLEAN, true},
            {"bits", ColumnKind.OTHER, "101"},
            {"tiny", ColumnKind.SMALLINT, 255},
            {"medium", ColumnKind.INTEGER, 16777215},
            {"whole", ColumnKind.BIGINT, 4294967295L},
            {"large", ColumnKind.DECIMAL, new BigDecimal("18446744073709551615")},
            {"yr", ColumnKind.SMALLINT, 2024},
            {"mood", ColumnKind.ENUM, "it's"},
            {"tags", ColumnKind.OTHER, "x,y"},
            {"f", ColumnKind.REAL, 16777218f},
            {"place", ColumnKind.OTHER, "POINT(1 2)"},
            {"bin", ColumnKind.BINARY, "YWJj"},
            {"doc", ColumnKind.JSON, java.util.Map.of("a", List.of(1))},
        };
        Table table = tables.table("kinds");
        for (Object[] column : expected) {
            String name = (String) column[0];
            assertThat(MySqlTables.column(table, name).type().kind()).as(name).isEqualTo(column[1]);
            assertThat(tables.values("kinds", name, "id", 1, 2))
                    .as(name)
                    .containsExactly(List.of(column[2]), Arrays.asList((Object) null));
        }
        assertThat(MySqlTables.column(table, "mood").type().labels()).containsExactly("it's", "a,b");
    }

    @Test
    void bytes_areComparedAsSuch() {
        tables().run(
                        "drop table if exists bytes",
                        "create table bytes (id int primary key, g int, b varbinary(9), key (g))",
                        "insert into bytes values (1, 1, 'abc'), (2, 1, 0xff00), (3, 1, 'ABC'), (4, 1, 'YWJj'), (5, 1, '')");

        assertThat(bytes(Operator.EQ, "YWJj")).containsExactly(1);
        assertThat(bytes(Operator.IN, List.of("YWJj", "/wA=", ""))).containsExactly(5, 2, 1);
        assertThat(bytes(Operator.NIN, List.of("YWJj", "/wA="))).containsExactly(5, 4, 3);
        assertThatThrownBy(() -> bytes(Operator.IN, List.of("?"))).isInstanceOf(InvalidValueException.class);
    }

    private List<Object> bytes(Operator operator, Object value) {
        return tables.values(
                        tables.first(
                                "bytes", "id", "g", TableQuery.ALL_ROWS, tables.filter("bytes", "b", operator, value)),
                        1)
                .get(0);
    }

    /** An instant is the same whatever zones the session and the driver have, in the hour that comes twice as well. */
    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM", "+00:00", "+05:30"})
    void instants_dependOnNoZone(String zone) {
        tables("set time_zone = '+00:00'", "")
                .run(
                        "drop table if exists times",
                        "create table times (id int primary key, at timestamp(6) null, local datetime(6), key (at))",
                        "insert into times values (1, from_unixtime(1792889400.123456), '2026-10-25 02:30:00.123456'),"
                                + " (2, from_unixtime(1792893000.123456), '2026-03-29 02:30:00')");
        OffsetDateTime first = OffsetDateTime.parse("2026-10-25T00:50:00.123456Z");
        OffsetDateTime second = first.plusHours(1);

        for (String driver : drivers()) {
            tables("set time_zone = '" + zone + "'", driver);
            assertThat(tables.values("times", "at", "id", 1, 2)).containsExactly(List.of(first), List.of(second));
            assertThat(tables.values("times", "id", "at", second)).containsExactly(List.of(2));
            assertThat(tables.values("times", "id", "at", first, second, first.plusNanos(1000)))
                    .containsExactly(List.of(1), List.of(2), List.of());
            assertThat(tables.values("times", "local", "id", 1, 2))
                    .containsExactly(
                            List.of(LocalDateTime.parse("2026-10-25T02:30:00.123456")),
                            List.of(LocalDateTime.parse("2026-03-29T02:30")));
        }
    }

    /** Options of the driver that change what it makes of values. */
    abstract List<String> drivers();

    @Test
    void datesThatThereAreNot_areNull() {
        tables("set sql_mode = ''", "")
                .run(
                        "drop table if exists zeros",
                        "create table zeros (id int primary key, d date, dt datetime, ts timestamp null)",
                        "insert into zeros values (1, '0000-00-00', '0000-00-00 00:00:00', '0000-00-00 00:00:00')",
                        "insert into zeros values (2, '2024-00-00', '2024-02-00 10:00:00', null)");

        for (String column : List.of("d", "dt", "ts")) {
            assertThat(tables.values("zeros", column, "id", 1, 2))
                    .as(column)
                    .containsExactly(Arrays.asList((Object) null), Arrays.asList((Object) null));
        }
    }

    /** A duration is no time of a day, and must not become another one. */
    @Test
    void timeBeyondADay_failsItsBatch() {
        tables().run(
                        "drop table if exists durations",
                        "create table durations (id int primary key, t time)",
                        "insert into durations values (1, '30:00:00'), (2, '23:59:59')");

        assertThatThrownBy(() -> tables.values("durations", "t", "id", 1)).isInstanceOf(RuntimeException.class);
        assertThat(tables.values("durations", "t", "id", 2))
                .containsExactly(List.of(java.time.LocalTime.of(23, 59, 59)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NO_BACKSLASH_ESCAPES",
                "ANSI_QUOTES",
                "PIPES_AS_CONCAT",
                "ANSI",
                "ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES",
                "HIGH_NOT_PRECEDENCE"
            })
    void patterns_areTheSameInEveryMode(String mode) {
        tables(null, "&sessionVariables=sql_mode='" + mode + "'")
                .run(
                        "drop table if exists texts",
                        "create table texts (id int primary key, g int, v varchar(40) character set latin1"
                                + " collate latin1_general_ci, key (g))",
                        "insert into texts values (1, 1, 'a%b'), (2, 1, 'aXb'), (3, 1, 'A%B'), (4, 1, '|'), (5, 1, 0xe4),"
                                + " (6, 1, 0xc4), (7, 1, 0x5c), (8, 1, 0x615c62)");

        assertThat(like(Operator.LIKE, "a%b")).containsExactly(8, 2, 1);
        assertThat(like(Operator.LIKE, "a\\%b")).containsExactly(1);
        assertThat(like(Operator.ILIKE, "a\\%b")).containsExactly(3, 1);
        assertThat(like(Operator.LIKE, "|")).containsExactly(4);
        assertThat(like(Operator.LIKE, "_")).containsExactly(7, 6, 5, 4);
        assertThat(like(Operator.LIKE, "\u00e4")).containsExactly(5);
        assertThat(like(Operator.ILIKE, "\u00e4")).containsExactly(6, 5);
        assertThat(like(Operator.LIKE, "a\\\\b")).containsExactly(8);
        assertThat(like(Operator.NLIKE, "a%")).containsExactly(7, 6, 5, 4, 3);
        if (mode.equals("NO_BACKSLASH_ESCAPES") && dialect() == SQLDialect.MYSQL) {
            // Connector/J then sends texts with a backslash as bytes, which the server refuses as a document
            assertThatThrownBy(() -> tables.values("texts", "id", "v", "a%b", "\\"))
                    .isInstanceOf(RuntimeException.class);
            return;
        }
        assertThat(tables.values("texts", "id", "v", "a%b", "\\", "'"))
                .containsExactly(List.of(3, 1), List.of(7), List.of());
    }

    private List<Object> like(Operator operator, String pattern) {
        return tables.values(
                        tables.first(
                                "texts",
                                "id",
                                "g",
                                TableQuery.ALL_ROWS,
                                tables.filter("texts", "v", operator, pattern)),
                        1)
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&useServerPrepStmts=true", "&useServerPrepStmts=true&cachePrepStmts=true"})
    void statementsPreparedByTheServer_giveTheSame(String driver) {
        tables(null, driver)
                .run(
                        "drop table if exists prepared",
                        "create table prepared (id int primary key, g bigint, d decimal(20,5), f float, t time(6), key (g))",
                        "insert into prepared values (1, 1, 1.5, 0.1, '10:15:30.123456'), (2, 1, 2, 2, '00:00:00')");

        assertThat(tables.values(tables.first("prepared", "id", "g", 1, Filter.EVERYTHING), 1L, 2L))
                .containsExactly(List.of(2), List.of());
        assertThat(tables.values("prepared", "id", "d", new BigDecimal("1.5"))).containsExactly(List.of(1));
        assertThat(tables.values("prepared", "id", "f", 0.1f)).containsExactly(List.of(1));
        assertThat(tables.values("prepared", "f", "id", 1, 2)).containsExactly(List.of(0.1f), List.of(2f));
        assertThat(tables.values("prepared", "t", "id", 1))
                .containsExactly(List.of(java.time.LocalTime.parse("10:15:30.123456")));
    }
}
