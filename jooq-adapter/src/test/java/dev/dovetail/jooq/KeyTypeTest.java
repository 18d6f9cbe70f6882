package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static dev.dovetail.jooq.KeyTable.refused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of columns whose type has a name of its own, wherever that type lives, and of several columns at once. */
final class KeyTypeTest {

    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with("drop schema if exists \"My \"\"Types{0}?\" cascade");
    }

    @Test
    void uuid_eitherCase_isOneKey() {
        KeyTable table = KeyTable.of(database, "uuid", "'" + ID + "'");

        table.check(
                finds(ID, 1),
                finds("7B1F4D4E-54FD-4D0A-9B5E-0D1A7F7F2A11", 1),
                finds(UUID.fromString(ID), 1),
                finds(new UUID(0, 0)),
                refused("{" + ID + "}"),
                refused("7b1f4d4e54fd4d0a9b5e0d1a7f7f2a11"),
                refused("1-2-3-4-5"),
                refused(ID + " "),
                refused(""),
                refused(1));
    }

    @Test
    void enum_unknownLabel_isRefused() {
        database.run("create type mood as enum ('happy', 'Happy', '', 'so so', 'it''s \"{0}?\"')");
        KeyTable table = KeyTable.of(database, "mood", "'happy'", "'Happy'", "''", "'so so'", "'it''s \"{0}?\"'");

        table.check(
                finds("happy", 1),
                finds("Happy", 2),
                finds("", 3),
                finds("so so", 4),
                finds("it's \"{0}?\"", 5),
                refused("sad"),
                refused("HAPPY"),
                refused("happy "),
                refused("happy\0"));
    }

    @Test
    void domain_overVarchar_doesNotCut() {
        database.run("create domain code as varchar(3)");
        KeyTable table = KeyTable.of(database, "code", "'abc'");

        table.check(finds("abc", 1), finds("abcd"), finds("ab"), refused("\0"));
    }

    @Test
    void domain_overInt_takesWhatItsBaseTakes() {
        database.run("create domain positive as int check (value > 0)", "create domain small as positive");
        KeyTable table = KeyTable.of(database, "small", "1");

        table.check(finds(1, 1), finds(-1), finds(0), refused("2147483648"), refused("a"));
    }

    @Test
    void domain_overUuid_isOneKeyInEitherCase() {
        database.run("create domain user_id as uuid not null");
        KeyTable table = KeyTable.of(database, "user_id", "'" + ID + "'");

        table.check(
                finds(ID, 1),
                finds("7B1F4D4E-54FD-4D0A-9B5E-0D1A7F7F2A11", 1),
                finds(new UUID(0, 0)),
                refused("no uuid"));
    }

    @Test
    void types_withQuotedNamesOffTheSearchPath_areFound() {
        database.run(
                "create schema \"My \"\"Types{0}?\"",
                "create type \"My \"\"Types{0}?\".\"A \"\"Mood{1}?\" as enum ('happy', 'sad')",
                "create domain \"My \"\"Types{0}?\".\"A Domain\" as \"My \"\"Types{0}?\".\"A \"\"Mood{1}?\"");

        KeyTable.of(database, "\"My \"\"Types{0}?\".\"A \"\"Mood{1}?\"", "'happy'", "'sad'")
                .check(finds("happy", 1), finds("sad", 2), refused("glad"));
        KeyTable.of(database, "\"My \"\"Types{0}?\".\"A Domain\"", "'happy'", "'sad'")
                .check(finds("happy", 1), finds("sad", 2), refused("glad"));
    }

    @Test
    void citext_offTheSearchPath_matchesAnyCase() {
        database.run(
                "create schema \"My \"\"Types{0}?\"",
                "drop extension if exists citext cascade", "create extension citext schema \"My \"\"Types{0}?\"");
        KeyTable table = KeyTable.of(database, "\"My \"\"Types{0}?\".citext", "'Hodor'", "'x'");

        table.check(finds("hodor", 1), finds("HODOR", 1), finds("X", 2), finds("y"));
    }

    @Test
    void compositeKey_ofDifferentTypes_mustMatchInAllColumns() {
        database.run(
                "create table t (id int, a int, b varchar(3), c timestamptz)",
                "insert into t values (1, 1, 'abc', '2026-01-02 10:15Z'), (2, 1, ',', '2026-01-02 10:15Z'),"
                        + " (3, 2, 'abc', '2026-01-02 10:15Z'), (4, 1, null, '2026-01-02 10:15Z')");
        KeyTable table = KeyTable.of(database, JooqTableSource.of(database.dsl()), "public", "t", "a", "b", "c");

        table.check(
                finds(List.of(1, "abc", "2026-01-02T10:15Z"), 1),
                finds(List.of("1", ",", "2026-01-02T11:15+01:00"), 2),
                finds(List.of(2, "abc", "2026-01-02T10:15Z"), 3),
                finds(List.of(1, "abcd", "2026-01-02T10:15Z")),
                finds(List.of(2, ",", "2026-01-02T10:15Z")),
                refused(List.of("x", "abc", "2026-01-02T10:15Z")),
                refused(List.of(1, "abc", "2026-01-02")));
    }
}
