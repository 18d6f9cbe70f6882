package dev.dovetail.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyCoercionTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final OffsetDateTime NOON_UTC = OffsetDateTime.of(2026, 1, 31, 12, 0, 0, 0, ZoneOffset.UTC);

    private enum Label {
        SMALL,
        HUGE
    }

    @ParameterizedTest
    @MethodSource
    void accepted(ColumnKind kind, Object value, Object key) {
        assertThat(KeyCoercion.coerce(value, column(kind))).isEqualTo(key);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments(ColumnKind.BOOLEAN, true, true),
                arguments(ColumnKind.BOOLEAN, "true", true),
                arguments(ColumnKind.BOOLEAN, "false", false),
                arguments(ColumnKind.SMALLINT, 1, 1),
                arguments(ColumnKind.SMALLINT, "-32768", -32768),
                arguments(ColumnKind.INTEGER, 1, 1),
                arguments(ColumnKind.INTEGER, "1", 1),
                arguments(ColumnKind.INTEGER, 1L, 1),
                arguments(ColumnKind.INTEGER, (short) 1, 1),
                arguments(ColumnKind.INTEGER, (byte) 1, 1),
                arguments(ColumnKind.INTEGER, BigInteger.ONE, 1),
                arguments(ColumnKind.INTEGER, BigDecimal.ONE, 1),
                arguments(ColumnKind.INTEGER, new BigDecimal("1E+2"), 100),
                arguments(ColumnKind.INTEGER, "0", 0),
                arguments(ColumnKind.INTEGER, "-0", 0),
                arguments(ColumnKind.INTEGER, Integer.MAX_VALUE, Integer.MAX_VALUE),
                arguments(ColumnKind.INTEGER, "-2147483648", Integer.MIN_VALUE),
                arguments(ColumnKind.BIGINT, 1, 1L),
                arguments(ColumnKind.BIGINT, "9223372036854775807", Long.MAX_VALUE),
                arguments(ColumnKind.BIGINT, BigInteger.valueOf(Long.MIN_VALUE), Long.MIN_VALUE),
                arguments(ColumnKind.DECIMAL, 1, BigDecimal.ONE),
                arguments(ColumnKind.DECIMAL, "1.00", BigDecimal.ONE),
                arguments(ColumnKind.DECIMAL, new BigDecimal("1.0"), BigDecimal.ONE),
                arguments(ColumnKind.DECIMAL, 0.1, new BigDecimal("0.1")),
                arguments(ColumnKind.DECIMAL, 0.1f, new BigDecimal("0.1")),
                arguments(ColumnKind.DECIMAL, -0.0, BigDecimal.ZERO),
                arguments(ColumnKind.DECIMAL, "0.000", BigDecimal.ZERO),
                arguments(ColumnKind.DECIMAL, "99999999999999999999", new BigDecimal("99999999999999999999")),
                arguments(ColumnKind.DECIMAL, new BigInteger("10").pow(30), new BigDecimal("1E+30")),
                arguments(ColumnKind.DECIMAL, "1e400", new BigDecimal("1e400")),
                arguments(ColumnKind.REAL, 0.1f, 0.1f),
                arguments(ColumnKind.REAL, "0.5", 0.5f),
                arguments(ColumnKind.REAL, -0.0f, 0.0f),
                arguments(ColumnKind.REAL, 1, 1.0f),
                arguments(ColumnKind.DOUBLE, 0.1, 0.1),
                arguments(ColumnKind.DOUBLE, 0.1f, 0.1),
                arguments(ColumnKind.DOUBLE, -0.0, 0.0),
                arguments(ColumnKind.DOUBLE, "-0.0", 0.0),
                arguments(ColumnKind.DOUBLE, 7, 7.0),
                arguments(ColumnKind.DOUBLE, "1e300", 1e300),
                arguments(ColumnKind.TEXT, "abc", "abc"),
                arguments(ColumnKind.TEXT, "", ""),
                arguments(ColumnKind.TEXT, new StringBuilder("abc"), "abc"),
                arguments(ColumnKind.TEXT, "smile \uD83D\uDE00", "smile \uD83D\uDE00"),
                arguments(ColumnKind.TEXT, 1, "1"),
                arguments(ColumnKind.TEXT, 1L, "1"),
                arguments(ColumnKind.TEXT, new BigInteger("99999999999999999999"), "99999999999999999999"),
                arguments(ColumnKind.TEXT, ID, ID.toString()),
                arguments(ColumnKind.TEXT, Label.HUGE, "HUGE"),
                arguments(ColumnKind.ENUM, "SMALL", "SMALL"),
                arguments(ColumnKind.ENUM, Label.SMALL, "SMALL"),
                arguments(ColumnKind.UUID, ID, ID),
                arguments(ColumnKind.UUID, ID.toString(), ID),
                arguments(ColumnKind.UUID, "7B1F4D4E-54FD-4D0A-9B5E-0D1A7F7F2A11", ID),
                arguments(ColumnKind.DATE, "2026-01-31", LocalDate.of(2026, 1, 31)),
                arguments(ColumnKind.DATE, LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 1)),
                arguments(ColumnKind.DATE, "9999-12-31", LocalDate.of(9999, 12, 31)),
                arguments(ColumnKind.TIME, "12:30", LocalTime.of(12, 30)),
                arguments(ColumnKind.TIME, "12:30:00.000001", LocalTime.of(12, 30, 0, 1000)),
                arguments(ColumnKind.TIME_WITH_ZONE, "12:30+02:00", OffsetTime.parse("12:30+02:00")),
                arguments(ColumnKind.TIMESTAMP, "2026-01-31T12:00", LocalDateTime.of(2026, 1, 31, 12, 0)),
                arguments(ColumnKind.TIMESTAMP_WITH_ZONE, "2026-01-31T12:00:00Z", NOON_UTC),
                arguments(ColumnKind.TIMESTAMP_WITH_ZONE, "2026-01-31T14:00:00+02:00", NOON_UTC),
                arguments(
                        ColumnKind.TIMESTAMP_WITH_ZONE,
                        NOON_UTC.withOffsetSameInstant(ZoneOffset.ofHours(5)),
                        NOON_UTC),
                arguments(ColumnKind.TIMESTAMP_WITH_ZONE, Instant.parse("2026-01-31T12:00:00Z"), NOON_UTC),
                arguments(
                        ColumnKind.TIMESTAMP_WITH_ZONE,
                        ZonedDateTime.of(2026, 1, 31, 13, 0, 0, 0, ZoneId.of("Europe/Berlin")),
                        NOON_UTC));
    }

    @ParameterizedTest
    @MethodSource
    void refused(ColumnKind kind, Object value) {
        assertThat(KeyCoercion.coerce(value, column(kind))).isNull();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        each(ColumnKind.BOOLEAN, "TRUE", "t", "1", "", 1, 0),
                        each(ColumnKind.SMALLINT, 32768, -32769, "32768", "abc", 1.0),
                        each(
                                ColumnKind.INTEGER,
                                "abc",
                                "",
                                " 1",
                                "1 ",
                                "+1",
                                "01",
                                "1.0",
                                "1e3",
                                "0x1",
                                "\u0661",
                                "1\u0000"),
                        each(
                                ColumnKind.INTEGER,
                                2147483648L,
                                "2147483648",
                                "-2147483649",
                                1.5,
                                new BigDecimal("1.5"),
                                true),
                        each(ColumnKind.INTEGER, "99999999999999999999", new BigInteger("99999999999999999999")),
                        each(
                                ColumnKind.INTEGER,
                                new BigDecimal("1E+1000000000"),
                                new BigDecimal(BigInteger.ONE, -Integer.MAX_VALUE)),
                        each(
                                ColumnKind.BIGINT,
                                "9223372036854775808",
                                "99999999999999999999",
                                new BigDecimal("1E+19"),
                                "abc"),
                        each(ColumnKind.DECIMAL, "abc", "", "1,5", ".5", "5.", "NaN", "Infinity", "1e99999", true),
                        each(ColumnKind.DECIMAL, Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, "1e1001", "1e-1001"),
                        each(ColumnKind.DECIMAL, new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE)),
                        each(
                                ColumnKind.REAL,
                                "1e39",
                                1e39,
                                1e-50,
                                Float.NaN,
                                Float.NEGATIVE_INFINITY,
                                Double.NaN,
                                "abc"),
                        each(
                                ColumnKind.DOUBLE,
                                "1e400",
                                "1e-400",
                                Double.NaN,
                                Double.NEGATIVE_INFINITY,
                                "NaN",
                                "0x1p3",
                                "abc"),
                        each(
                                ColumnKind.TEXT,
                                "a\u0000b",
                                "\uD83D",
                                "a\uDE00b",
                                1.5,
                                new BigDecimal("1.5"),
                                true,
                                List.of("a"),
                                Map.of()),
                        each(ColumnKind.ENUM, "small", "MEDIUM", "", Label.HUGE, 1),
                        each(
                                ColumnKind.UUID,
                                "1-2-3-4-5",
                                "abc",
                                "",
                                ID.toString().replace("-", ""),
                                "{" + ID + "}",
                                ID + "\u0000",
                                1),
                        each(
                                ColumnKind.DATE,
                                "2026-02-30",
                                "2026-1-1",
                                "31.01.2026",
                                "2026-01-31T00:00",
                                "0000-01-01",
                                20260131),
                        each(
                                ColumnKind.DATE,
                                LocalDate.of(10000, 1, 1),
                                "+10000-01-01",
                                LocalDate.of(0, 1, 1),
                                LocalDate.MIN),
                        each(ColumnKind.DATE, LocalDateTime.of(2026, 1, 31, 0, 0)),
                        each(ColumnKind.TIME, "25:00", "24:00", "12:30:00.0000001", LocalTime.MAX, "noon"),
                        each(ColumnKind.TIME_WITH_ZONE, "12:30", "12:30:00.000000001+02:00"),
                        each(
                                ColumnKind.TIMESTAMP,
                                "2026-01-31 12:00",
                                "2026-01-31T12:00Z",
                                "2026-01-31",
                                LocalDateTime.MAX,
                                NOON_UTC),
                        each(
                                ColumnKind.TIMESTAMP_WITH_ZONE,
                                "2026-01-31T12:00",
                                NOON_UTC.withNano(1),
                                Instant.MAX,
                                OffsetDateTime.MIN),
                        each(ColumnKind.JSON, "{}", Map.of()),
                        each(ColumnKind.BINARY, "AA=="),
                        each(ColumnKind.ARRAY, List.of(1)),
                        each(ColumnKind.OTHER, "(1,2)"))
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> each(ColumnKind kind, Object... values) {
        return Stream.of(values).map(value -> arguments(kind, value));
    }

    @ParameterizedTest
    @EnumSource
    void everyKind_refusesWhatNoColumnHolds(ColumnKind kind) {
        assertThat(KeyCoercion.coerce(new Object(), column(kind))).isNull();
        assertThat(KeyCoercion.coerce(List.of(), column(kind))).isNull();
        assertThat(KeyCoercion.coerce("\0", column(kind))).isNull();
    }

    @Test
    void spellings_ofOneValue_areOneKey() {
        assertThat(Stream.of(1, "1", 1L, BigInteger.ONE, new BigDecimal("1"))
                        .map(value -> KeyCoercion.coerce(value, column(ColumnKind.BIGINT)))
                        .distinct())
                .hasSize(1);
        assertThat(Stream.of("1.10", 1.1, 1.1f, new BigDecimal("1.1000"))
                        .map(value -> KeyCoercion.coerce(value, column(ColumnKind.DECIMAL)))
                        .distinct())
                .hasSize(1);
    }

    private static Column column(ColumnKind kind) {
        ColumnType type = kind == ColumnKind.ENUM
                ? ColumnType.enumeration("size", List.of("SMALL", "LARGE"))
                : ColumnType.of(kind, "type");
        return new Column("column", type, true, null);
    }
}
