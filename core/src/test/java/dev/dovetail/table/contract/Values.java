package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values are read as they were written: every digit, microsecond, offset, byte and character, or null. */
interface Values extends Concern {

    @Test
    default void text_ofAnyCharacters_isReadAsItIs() {
        List<Object[]> rows = new ArrayList<>();
        Hostile.TEXTS.forEach(text -> rows.add(new Object[] {rows.size(), text}));
        TableName name = database()
                .create(
                        ContractTable.of(
                                "texts",
                                ContractColumn.of("id", ColumnKind.INTEGER),
                                ContractColumn.of("v", ColumnKind.TEXT)),
                        rows);
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, rows);
        kept.check(
                Selections.of(texts).ofEach("id"),
                keys(rows.stream().map(row -> row[0]).toArray()));
        String large = "x\u00e9\ud83d\ude00\n".repeat(200_000);
        assertThat(read(ContractColumn.of("v", ColumnKind.TEXT), large)).isEqualTo(large);
    }

    @Test
    default void binary_ofAnyBytes_isBase64() {
        ContractColumn column = ContractColumn.of("v", ColumnKind.BINARY).orNull();
        if (isAbsent(column)) {
            return;
        }
        byte[] all = new byte[1000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (byte[] bytes : List.of(new byte[0], new byte[] {0}, new byte[] {(byte) 0xff, 0}, all)) {
            assertThat(read(column, bytes)).isEqualTo(Base64.getEncoder().encodeToString(bytes));
        }
        assertThat(read(column, null)).isNull();
    }

    @Test
    default void json_isReadAsATree() {
        ContractColumn column = ContractColumn.of("v", ColumnKind.JSON).orNull();
        if (isAbsent(column)) {
            return;
        }
        Map<String, Object> tree = new HashMap<>();
        tree.put("a", asList(1, -7, 2147483648L, 9007199254740993L, true, null, "\u00e4\"\\\n", List.of(), Map.of()));
        tree.put("{0}?", Map.of("b", "' or 1=1 --"));
        tree.put("none", null);

        assertThat(Answers.json(read(
                        column,
                        "{\"a\": [1, -7, 2147483648, 9007199254740993, true, null, \"\\u00e4\\\"\\\\\\n\", [], {}],"
                                + " \"{0}?\": {\"b\": \"' or 1=1 --\"}, \"none\": null}")))
                .isEqualTo(Answers.json(tree));
        assertThat(read(column, "\"text\"")).isEqualTo("text");
        assertThat(read(column, "[]")).isEqualTo(List.of());
        assertThat(read(column, "false")).isEqualTo(false);
        assertThat(read(column, "null")).isNull();
        assertThat(read(column, null)).isNull();
    }

    @Test
    default void json_numbers_keepEveryDigit() {
        ContractColumn column = ContractColumn.of("v", ColumnKind.JSON);
        if (isAbsent(column)) {
            return;
        }
        for (String number : List.of(
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827",
                "1234567890.12345678901234")) {
            Object read = Answers.json(read(column, "[" + number + "]"));
            Object exact = Answers.json(List.of(new BigDecimal(number)));
            if (database().gaps().contains(Gap.LONG_JSON_NUMBERS)) {
                assertThat(read).as("a gap that was declared").isNotEqualTo(exact);
            } else {
                assertThat(read).isEqualTo(exact);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColumnKind.class,
            names = {"INTEGER", "BIGINT", "TEXT", "DATE", "DECIMAL", "BOOLEAN"})
    default void array_ofEachKind_isAListOfItsValues(ColumnKind element) {
        ContractColumn column = ContractColumn.arrayOf("v", element).orNull();
        if (isAbsent(column)) {
            return;
        }
        List<Object> samples = Samples.of(element);

        assertThat(Answers.normal(read(column, samples))).isEqualTo(Answers.normal(samples));
        assertThat(Answers.normal(read(column, asList(samples.get(0), null))))
                .isEqualTo(Answers.normal(asList(samples.get(0), null)));
        assertThat(read(column, List.of())).isEqualTo(List.of());
        assertThat(read(column, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColumnKind.class,
            names = {"REAL", "DOUBLE"})
    default void float_thatIsNoNumberOrInfinite_isReadAsSuch(ColumnKind kind) {
        ContractColumn column = ContractColumn.of("v", kind).orNull();
        if (isAbsent(column)) {
            return;
        }
        Object nan = kind == ColumnKind.REAL ? (Object) Float.NaN : Double.NaN;
        Object infinite = kind == ColumnKind.REAL ? (Object) Float.NEGATIVE_INFINITY : Double.NEGATIVE_INFINITY;
        if (database().gaps().contains(Gap.NAN)) {
            Absent.value(() -> read(column, nan), nan);
        } else {
            assertThat(read(column, nan)).isEqualTo(nan);
            assertThat(read(column, infinite)).isEqualTo(infinite);
        }
    }

    @Test
    default void text_withTheCharacterNul_isReadOrRefused() {
        ContractColumn column = ContractColumn.of("v", ColumnKind.TEXT);
        if (database().gaps().contains(Gap.NUL_CHARACTERS)) {
            Absent.value(() -> read(column, "a\0b"), "a\0b");
        } else {
            assertThat(read(column, "a\0b")).isEqualTo("a\0b");
        }
    }

    /** What clients get, by the scalar that the kind has. */
    @ParameterizedTest
    @CsvSource({
        "BOOLEAN,  0, false",
        "SMALLINT, 0, -32768",
        "INTEGER,  4, 2147483647",
        "BIGINT,   5, 9223372036854775807",
        "BIGINT,   0, -9223372036854775808",
        "DECIMAL,  5, 12345678901234567890.0123456789",
        "DOUBLE,   4, 0.1",
        "TEXT,     9, \u4e2d\u6587",
        "ENUM,     2, so so",
        "UUID,     1, 7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11",
        "DATE,     3, 2024-02-29",
        "DATE,     0, 1500-01-01",
        "TIME,     3, 10:15:30.123456",
        "TIME_WITH_ZONE, 2, 10:15:30.123456Z",
        "TIMESTAMP, 1, 2026-03-29T02:30:00.123456",
        "TIMESTAMP_WITH_ZONE, 2, 2026-03-29T02:30:00.000Z",
    })
    default void value_ofEachKind_reachesTheClient(ColumnKind kind, int sample, String expected) {
        ContractColumn column = ContractColumn.of("v", kind).orNull();
        if (isAbsent(column)) {
            return;
        }
        TableName name = create(column, Samples.of(kind).get(sample));
        Host.of(database(), "type Output { key: Int }")
                .table(name, "Row")
                .join(Host.object("row", "Output", "key", name, "id").build())
                .answering(Host.keys(1))
                .select("{ row { v } }")
                .is("[{row={v=" + expected + "}}]", 1);
    }

    private boolean isAbsent(ContractColumn column) {
        if (database().has(column)) {
            return false;
        }
        Absent.kind(database(), ContractTable.of("t", ContractColumn.of("id", ColumnKind.INTEGER), column), column);
        return true;
    }

    private Object read(ContractColumn column, Object value) {
        TableName name = create(column, value);
        Kept kept = Kept.in(database());
        Table table = kept.table(name, List.of());
        return kept.load(Kept.request(Selections.of(table).ofEach("id"), keys(1)))
                .of(0)
                .get(0)[1];
    }

    private TableName create(ContractColumn column, Object value) {
        return database()
                .create(
                        ContractTable.of("t", ContractColumn.of("id", ColumnKind.INTEGER), column)
                                .key("id"),
                        List.<Object[]>of(new Object[] {1, value}));
    }
}
