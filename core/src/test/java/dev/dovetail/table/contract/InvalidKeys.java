package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.TableName;
import dev.dovetail.table.contract.Host.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that is no value of the column is refused for its parent alone, and is never taken for another. */
interface InvalidKeys extends Concern {

    @ParameterizedTest
    @MethodSource("dev.dovetail.table.contract.Samples#joinable")
    default void key_thatIsNoValueOfTheKind_isRefusedAloneAndMatchesNothing(ColumnKind kind) {
        ContractColumn column = ContractColumn.of("k", kind).orNull();
        if (!database().has(column)) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        Samples.of(kind).forEach(sample -> rows.add(new Object[] {rows.size(), sample}));
        rows.add(new Object[] {rows.size(), null});
        TableName table = database()
                .create(
                        ContractTable.of("t", ContractColumn.of("id", ColumnKind.INTEGER), column)
                                .index(false, "k"),
                        rows);
        List<String> invalid = invalid(kind);
        List<Object> given = new ArrayList<>(invalid);
        given.add(0, valid(kind));

        Outcome outcome = Host.of(database(), "type Output { key: String }")
                .table(table, "Row")
                .join(array("rows", "Output", "key", table, "k").build())
                .answering(keys(given.toArray()))
                .select("{ rows { id } }");

        List<String> codes = new ArrayList<>();
        StringBuilder data = new StringBuilder("[{rows=[{id=1}]}");
        for (int i = 1; i <= invalid.size(); i++) {
            codes.add("[outputs, " + i + ", rows] join-key-invalid");
            data.append(", {rows=null}");
        }
        assertThat(outcome.data()).isEqualTo(data.append("]").toString());
        assertThat(outcome.codes()).containsExactlyInAnyOrderElementsOf(codes);
        outcome.tookBatches(1);
    }

    private static String valid(ColumnKind kind) {
        Object second = Samples.of(kind).get(1);
        return String.valueOf(second);
    }

    private static List<String> invalid(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> List.of("", "t", "TRUE", "1", "yes", "null");
            case SMALLINT -> integers("32768", "-32769");
            case INTEGER -> integers("2147483648", "-2147483649");
            case BIGINT -> integers("9223372036854775808", "-9223372036854775809");
            case DECIMAL -> List.of("", " ", "abc", "1,5", "0x1", "NaN", "Infinity", "1e99999", "1.", "--1");
            case REAL -> List.of("", "abc", "NaN", "Infinity", "-inf", "1e60", "1e-60", "0.1f");
            case DOUBLE -> List.of("", "abc", "NaN", "Infinity", "-inf", "1e400", "1e-400", "0.1d");
            case TEXT -> List.of("\0", "a\0b", "\ud83d", "\ude00\ud83d");
            case ENUM -> List.of("", "sad", "HAPPY", "happy ", "happy\0", "0", "1");
            case UUID ->
                List.of(
                        "",
                        "abc",
                        "{7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11}",
                        "7b1f4d4e54fd4d0a9b5e0d1a7f7f2a11",
                        "1-2-3-4-5");
            case DATE ->
                List.of("", "2024-02-30", "2023-02-29", "2024-2-9", "01/02/2024", "today", "infinity", "20240229");
            case TIME -> List.of("", "24:00", "25:00", "10:15:30.1234567", "10:15+01:00", "now");
            case TIME_WITH_ZONE -> List.of("", "10:15", "10:15+17:00", "10:15:30.1234567Z", "now");
            case TIMESTAMP -> List.of("", "2024-02-29", "2024-02-30T00:00", "2024-02-29T10:15Z", "infinity", "now");
            case TIMESTAMP_WITH_ZONE ->
                List.of(
                        "",
                        "2024-02-29",
                        "2024-02-29T10:15",
                        "2024-02-30T10:15Z",
                        "2024-02-29T10:15:30.1234567Z",
                        "now");
            case JSON, BINARY, ARRAY, OTHER -> throw new IllegalArgumentException(kind + " is no kind of keys");
        };
    }

    private static List<String> integers(String above, String below) {
        return List.of(
                above,
                below,
                "",
                " ",
                "abc",
                " 1",
                "1 ",
                "01",
                "+1",
                "1.0",
                "1e0",
                "0x1",
                "1\0",
                "\u0661",
                "1 or 1=1",
                "99999999999999999999999999");
    }
}
