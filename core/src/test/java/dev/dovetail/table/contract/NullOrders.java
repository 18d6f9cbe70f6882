package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every kind stand in the same order on every database; nulls are the largest unless the order says else. */
interface NullOrders extends Concern {

    @ParameterizedTest
    @MethodSource("dev.dovetail.table.contract.Samples#ordered")
    default void order_ofEachKind_putsNullsWhereItSays(ColumnKind kind) {
        ContractColumn value = ContractColumn.of("v", kind).orNull();
        ContractTable table = ContractTable.of(
                        "t",
                        ContractColumn.of("id", ColumnKind.INTEGER),
                        ContractColumn.of("g", ColumnKind.INTEGER),
                        value)
                .key("id");
        if (!database().has(value)) {
            Absent.kind(database(), table, value);
            return;
        }
        List<Object> values = new ArrayList<>(Samples.of(kind));
        values.add(null);
        values.add(null);
        Collections.shuffle(values, new Random(1));
        List<Object[]> rows = new ArrayList<>();
        values.forEach(each -> rows.add(new Object[] {rows.size(), rows.size() % 7 == 0 ? 2 : 1, each}));
        TableName name = database().create(table, rows);
        Kept kept = Kept.in(database());
        Table described = kept.table(name, rows);

        for (NullOrder nulls : NullOrder.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                Selections ordered =
                        Selections.of(described).by("v", descending, nulls).by("id");
                kept.checkTogetherAndAlone(ordered.ofEach("g"), keys(1, 2));
                kept.checkTogetherAndAlone(ordered.upTo(3, "g"), keys(1, 2));
            }
        }
    }
}
