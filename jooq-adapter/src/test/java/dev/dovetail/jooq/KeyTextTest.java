package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static dev.dovetail.jooq.KeyTable.refused;

import dev.dovetail.jooq.KeyTable.Finding;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of text columns: compared in full, as the column's own type compares, and never as SQL or array syntax. */
final class KeyTextTest {

    private static final String[] HOSTILE = {
        "",
        " ",
        "NULL",
        "null",
        "'",
        "''",
        "\"",
        "\\",
        "\\\\\"",
        "{",
        "}",
        "{}",
        "{a,b}",
        ",",
        "a,b",
        "{0}",
        "{1}",
        "?",
        "??",
        ":name",
        "${x}",
        "--",
        "/*",
        "'; drop table t; --",
        "') or true --",
        "\"},{\"",
        "line\nbreak\ttab\r",
        "\u00e4\u00f6\u00fc \u4e2d\u6587 \ud83d\ude00",
        "e\u0301",
        "\u00e9",
        "\ufeff",
        "\u200b",
        "%_",
        "$$",
        "E'\\x'",
        "[1:2]={a,b}",
    };

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with("drop extension if exists citext cascade", "create extension citext");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "varchar(30)", "citext"})
    void text_hostileKeys_findOnlyThemselves(String type) {
        KeyTable table = KeyTable.of(database, type);
        for (int i = 0; i < HOSTILE.length; i++) {
            database.plain().execute("insert into t values (?, ?)", i, HOSTILE[i]);
        }

        table.check(Stream.concat(
                        IntStream.range(0, HOSTILE.length).mapToObj(i -> finds(HOSTILE[i], ids(type, i))),
                        Stream.of(finds("nothing"), refused("\0"), refused("a\0b")))
                .toArray(Finding[]::new));
    }

    /** In any order of letter case, {@code NULL} and {@code null} are one word to citext. */
    private static Integer[] ids(String type, int i) {
        return IntStream.range(0, HOSTILE.length)
                .filter(j ->
                        type.equals("citext") ? HOSTILE[j].equalsIgnoreCase(HOSTILE[i]) : HOSTILE[j].equals(HOSTILE[i]))
                .boxed()
                .toArray(Integer[]::new);
    }

    @Test
    void text_loneSurrogates_areRefused() {
        KeyTable table = KeyTable.of(database, "text", "'?'", "'\u00ef\u00bf\u00bd'", "U&'\\fffd'");

        table.check(
                finds("?", 1),
                finds("\ufffd", 3),
                refused("\ud83d"),
                refused("\ude00"),
                refused("a\ud83db"),
                refused("\ude00\ud83d"));
    }

    @Test
    void text_ofOtherClasses_isTheirSpelling() {
        KeyTable table = KeyTable.of(database, "text", "'7'", "'RED'", "'00000000-0000-0000-0000-000000000001'");

        table.check(
                finds(7, 1),
                finds(7L, 1),
                finds(Colour.RED, 2),
                finds(new StringBuilder("RED"), 2),
                finds(new UUID(0, 1), 3),
                refused(7.5),
                refused(true));
    }

    private enum Colour {
        RED
    }

    @Test
    void text_veryLong_isCompared() {
        String big = "x".repeat(1_000_000);
        KeyTable table = KeyTable.of(database, "text", "repeat('x', 1000000)");

        table.check(finds(big, 1), finds(big + "x"), finds("x"));
    }

    @Test
    void varchar_longerKey_isNotCut() {
        KeyTable table = KeyTable.of(database, "varchar(3)", "'abc'", "''");

        table.check(finds("abc", 1), finds("abcd"), finds("abc "), finds("ABC"), finds("", 2), finds(" "));
    }

    @Test
    void char_padding_isIgnoredAsTheDatabaseDoes() {
        KeyTable table = KeyTable.of(database, "char(8)", "'abc'", "''", "'abcdefgh'");

        table.check(
                finds("abc", 1),
                finds("abc     ", 1),
                finds("abc            ", 1),
                finds(" abc"),
                finds("", 2),
                finds(" ", 2),
                finds("abcdefgh", 3),
                finds("abcdefghi"));
    }

    @Test
    void char_withoutLength_isNotCut() {
        KeyTable table = KeyTable.of(database, "char", "'a'");

        table.check(finds("a", 1), finds("ab"), finds("a ", 1));
    }

    @Test
    void singleByteChar_longerKey_isNotCut() {
        KeyTable table = KeyTable.of(database, "\"char\"", "'a'", "''");

        table.check(finds("a", 1), finds("ab"), finds("", 2), finds("\u00e4"));
    }

    @Test
    void name_longerKey_isNotCut() {
        String longest = "n".repeat(63);
        KeyTable table = KeyTable.of(database, "name", "'" + longest + "'", "'short'");

        table.check(finds(longest, 1), finds(longest + "n"), finds("short", 2));
    }

    @Test
    void citext_anyCase_matches() {
        KeyTable table = KeyTable.of(database, "citext", "'Hodor'", "'\u00c4'");

        table.check(finds("hodor", 1), finds("HODOR", 1), finds("Hodor", 1), finds("hodo"), finds("hodor "));
    }

    @Test
    void text_caseInsensitiveCollation_matchesAsTheColumnDoes() {
        database.run("create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        KeyTable table = KeyTable.of(database, "text collate ci", "'Hodor'", "'hodor'", "'other'");

        table.check(finds("HODOR", 1, 2), finds("hodor", 1, 2), finds("Other", 3), finds("hod"));
    }

    @Test
    void nullInColumn_isNeverFound() {
        KeyTable table = KeyTable.of(database, "text", "null", "''");

        table.check(finds("NULL"), finds("null"), finds("", 2));
    }

    @Test
    void equalRows_areAllFound() {
        KeyTable table = KeyTable.of(database, "text", "'a'", "'b'", "'a'");

        table.check(Arrays.asList(finds("a", 1, 3), finds("b", 2)).toArray(Finding[]::new));
    }
}
