package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static dev.dovetail.jooq.KeyTable.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of date and time columns: of every offset, whatever the database's settings, and never rounded. */
final class KeyTimeTest {

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with();
    }

    @Test
    void date_isoOnly_withYearsOfFourDigits() {
        KeyTable table = KeyTable.of(
                database, "date", "'2026-01-02'", "'0001-01-01'", "'9999-12-31'", "'infinity'", "'0044-03-15 BC'");

        table.check(
                finds("2026-01-02", 1),
                finds(LocalDate.of(2026, 1, 2), 1),
                finds(LocalDate.of(1, 1, 1), 2),
                finds("9999-12-31", 3),
                finds("2026-02-01"),
                refused("01/02/2026"),
                refused("2026-1-2"),
                refused("2026-02-30"),
                refused("infinity"),
                refused("today"),
                refused(""),
                refused(LocalDate.MAX),
                refused(LocalDate.MIN),
                refused("-0043-03-15"),
                refused("+10000-01-01"),
                refused(20260102));
    }

    @Test
    void time_upToMicroseconds() {
        KeyTable table = KeyTable.of(database, "time", "'10:15'", "'10:15:30.123456'", "'24:00'", "'0:00'");

        table.check(
                finds("10:15", 1),
                finds("10:15:00.000", 1),
                finds(LocalTime.of(10, 15), 1),
                finds("10:15:30.123456", 2),
                finds(LocalTime.MIDNIGHT, 4),
                refused("10:15:30.1234567"),
                refused(LocalTime.MAX),
                refused("24:00"),
                refused("10:15+01:00"),
                refused("now"));
    }

    @Test
    void time_withPrecision_doesNotRoundKeys() {
        KeyTable table = KeyTable.of(database, "time(0)", "'10:15:30'");

        table.check(finds("10:15:30", 1), finds("10:15:30.4"), finds("10:15:29.6"));
    }

    @Test
    void timeWithZone_comparesTimeAndOffset() {
        KeyTable table = KeyTable.of(database, "timetz", "'10:15+01'", "'10:15Z'", "'10:15-15:59'");

        table.check(
                finds("10:15+01:00", 1),
                finds(OffsetTime.parse("10:15:00+01:00"), 1),
                finds("10:15Z", 2),
                finds("10:15-15:59", 3),
                finds("09:15Z"),
                refused("10:15"),
                refused("10:15:00.0000001Z"));
    }

    @Test
    void timeWithZone_offsetThatTheDatabaseDoesNotHave_sparesTheBatch() {
        KeyTable table = KeyTable.of(database, "timetz", "'10:15+01'", "'10:15Z'");

        table.check(finds("10:15+01:00", 1), finds("10:15Z", 2), refused("10:15+18:00"), refused("10:15-16:00"));
    }

    @Test
    void timestamp_withoutZone_upToMicroseconds() {
        KeyTable table =
                KeyTable.of(database, "timestamp", "'2026-01-02 10:15'", "'2026-03-29 02:30:00.123456'", "'infinity'");

        table.check(
                finds("2026-01-02T10:15", 1),
                finds("2026-01-02T10:15:00", 1),
                finds(LocalDateTime.of(2026, 1, 2, 10, 15), 1),
                finds("2026-03-29T02:30:00.123456", 2),
                refused("2026-01-02 10:15"),
                refused("2026-01-02T10:15Z"),
                refused("2026-01-02"),
                refused("2026-03-29T02:30:00.123456789"),
                refused(LocalDateTime.MAX),
                refused("infinity"));
    }

    @Test
    void timestampWithZone_anyOffset_isOneInstant() {
        KeyTable table = KeyTable.of(
                database, "timestamptz", "'2026-01-02 10:15Z'", "'0001-01-01 00:00Z'", "'9999-12-31 23:59:59Z'");

        table.check(
                finds("2026-01-02T10:15Z", 1),
                finds("2026-01-02T11:15:00+01:00", 1),
                finds("2026-01-01T16:15-18:00", 1),
                finds(OffsetDateTime.parse("2026-01-02T05:15-05:00"), 1),
                finds(ZonedDateTime.of(2026, 1, 2, 11, 15, 0, 0, ZoneId.of("Europe/Berlin")), 1),
                finds(Instant.parse("2026-01-02T10:15:00Z"), 1),
                finds("2026-01-02T10:15:00.000001Z"),
                finds("0001-01-01T00:00Z", 2),
                finds("9999-12-31T23:59:59Z", 3),
                refused("2026-01-02T10:15"),
                refused("2026-01-02T10:15:00.0000001Z"),
                refused("0001-01-01T00:00+01:00"),
                refused("9999-12-31T23:59:59-01:00"),
                refused(Instant.MAX),
                refused(OffsetDateTime.MAX),
                refused(OffsetDateTime.MIN),
                refused("now"));
    }

    @Test
    void dateStyleAndZoneOfTheDatabase_changeNothing() {
        database.run(
                "alter role postgres set datestyle = 'SQL, DMY'", "alter role postgres set timezone = 'Asia/Tokyo'");
        try {
            KeyTable.of(database, "date", "'2026-01-02'", "'2026-02-01'")
                    .check(finds("2026-01-02", 1), finds("2026-02-01", 2));
            KeyTable.of(database, "timestamptz", "'2026-01-02 00:00Z'", "'2026-02-01 00:00Z'")
                    .check(finds("2026-01-02T00:00Z", 1), finds("2026-02-01T09:00+09:00", 2));
        } finally {
            database.run("alter role postgres reset all");
        }
    }
}
