package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.contract.Host.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of several columns match in all of them. */
interface CompositeKeys extends Concern {

    List<Object[]> LINES = List.of(
            new Object[] {1, 1, "a", new BigDecimal("1.5"), LocalDate.of(2024, 2, 29)},
            new Object[] {2, 1, "b", new BigDecimal("1.5"), LocalDate.of(2024, 2, 29)},
            new Object[] {3, 2, "a", new BigDecimal("2.5"), LocalDate.of(2024, 3, 1)},
            new Object[] {4, 1, "a", null, LocalDate.of(2024, 2, 29)},
            new Object[] {5, null, "a", new BigDecimal("1.5"), null},
            new Object[] {6, 1, "a", new BigDecimal("1.50"), LocalDate.of(2024, 2, 29)},
            new Object[] {7, 1, "a,b", new BigDecimal("2"), LocalDate.of(2024, 2, 29)});

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void key_ofSeveralColumns_mustMatchInAll(boolean indexed) {
        TableName name = create(indexed);
        Kept kept = Kept.in(database());
        Table lines = kept.table(name, lines());
        Object price = price("1.5");
        LocalDate day = LocalDate.of(2024, 2, 29);

        kept.checkTogetherAndAlone(
                Selections.of(lines).upTo(Integer.MAX_VALUE, "k", "s"),
                List.of(
                        JoinKey.of(1, "a"),
                        JoinKey.of(1, "b"),
                        JoinKey.of(2, "a"),
                        JoinKey.of(2, "b"),
                        JoinKey.of(1, "a,b"),
                        JoinKey.of(1, "")));
        kept.checkTogetherAndAlone(
                Selections.of(lines).by("id").upTo(1, "d", "price", "s", "k"),
                List.of(
                        JoinKey.of(day, price, "a", 1),
                        JoinKey.of(day, price, "a", 2),
                        JoinKey.of(day, price("1.51"), "a", 1),
                        JoinKey.of(LocalDate.of(2024, 3, 1), price("2.5"), "a", 2)));
    }

    @Test
    default void key_withANullInIt_givesNothing() {
        TableName lines = create(true);
        List<Map<String, Object>> outputs = new ArrayList<>();
        outputs.add(output("1", "a"));
        outputs.add(output(null, "a"));
        outputs.add(output("1", null));
        outputs.add(output("x", "a"));
        outputs.add(output("2", "a"));

        Outcome outcome = Host.of(database(), "type Output { k: String s: String }")
                .table(lines, "Line")
                .join(ArrayRelationship.named("lines")
                        .on("Output")
                        .references(lines.schema(), lines.name())
                        .from("k", "s")
                        .to("k", "s")
                        .orderBy("id")
                        .build())
                .answering(outputs)
                .select("{ lines { id } }");

        assertThat(outcome.data())
                .isEqualTo(
                        "[{lines=[{id=1}, {id=4}, {id=6}]}, {lines=[]}, {lines=[]}, {lines=null}, {lines=[{id=3}]}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 3, lines] join-key-invalid");
        outcome.tookBatches(1);
    }

    private static Map<String, Object> output(String k, String s) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("k", k);
        output.put("s", s);
        return output;
    }

    private TableName create(boolean indexed) {
        ContractTable table = ContractTable.of(
                "lines",
                ContractColumn.of("id", ColumnKind.INTEGER),
                ContractColumn.of("k", ColumnKind.INTEGER).orNull(),
                ContractColumn.of("s", ColumnKind.TEXT),
                ContractColumn.of("price", hasDecimals() ? ColumnKind.DECIMAL : ColumnKind.DOUBLE)
                        .orNull(),
                ContractColumn.of("d", ColumnKind.DATE).orNull());
        return database().create(indexed ? table.index(false, "k", "s") : table, lines());
    }

    private boolean hasDecimals() {
        return database().has(ContractColumn.of("price", ColumnKind.DECIMAL));
    }

    private Object price(String price) {
        BigDecimal exact = new BigDecimal(price);
        return hasDecimals() ? exact : (Object) exact.doubleValue();
    }

    private List<Object[]> lines() {
        List<Object[]> lines = new ArrayList<>();
        for (Object[] each : LINES) {
            Object[] line = each.clone();
            line[3] = line[3] == null ? null : price(line[3].toString());
            lines.add(line);
        }
        return lines;
    }
}
