package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of tables and columns are names, whatever is in them, and are not mixed up with those that statements use. */
interface Identifiers extends Concern {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upper", "select", "user", "order", "k", "t", "r", "k0", "c0", "t1", "a0", "o0", "ord", "ordinal",
                "rank", "found", "bool", "value", "key", "id"
            })
    default void name_thatStatementsUse_isTheTablesOwn(String name) {
        everyShape(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a.b",
                "qu\"ote",
                "`",
                "[x]",
                "{0}",
                "{",
                "?",
                "??",
                ":named",
                "/*",
                "--",
                "\\",
                "'",
                "$1",
                "%",
                "\u00fc\u00f1\u00ef",
                "\u4e2d\u6587",
                "x\"; drop table canary; --"
            })
    default void name_ofAnyCharacters_isQuoted(String name) {
        everyShape(name);
    }

    private void everyShape(String name) {
        String other = name + "2";
        List<Object[]> rows = List.of(
                new Object[] {1, 1, "b"}, new Object[] {2, 1, "a"}, new Object[] {3, 2, null}, new Object[] {4, 1, "b"
                });
        ContractTable description = ContractTable.of(
                        name,
                        ContractColumn.of("no", ColumnKind.INTEGER),
                        ContractColumn.of(name, ColumnKind.INTEGER),
                        ContractColumn.of(other, ColumnKind.TEXT).orNull())
                .index(false, name);
        TableName tableName;
        try {
            tableName = database().create(description, rows);
        } catch (RuntimeException refused) {
            assertThat(database().gaps()).as("a name that is refused").contains(Gap.ANY_NAME);
            return;
        }
        assertThat(tableName.name()).isEqualTo(name);
        Kept kept = Kept.in(database());
        Table table = kept.table(tableName, rows);
        Selections all = Selections.of(table).by(other, true, NullOrder.LAST).by("no");
        Filter filter = new Filter.Comparison(Kept.column(table, other), Operator.EQ, "b");
        Filter related = new Filter.Related(Shop.link(table, name, table, "no"), filter);

        kept.checkTogetherAndAlone(all.ofEach(name), keys(1, 2, 3));
        kept.check(all.where(filter).upTo(1, name), keys(1, 2));
        kept.check(all.where(related).ofEach(name), keys(1, 2));
        kept.check(all.distinctOn(other).ofEach(name), keys(1, 2));
        kept.check(
                Aggregates.with(
                        all.upTo(1, name),
                        List.of(
                                Aggregate.count(),
                                Aggregate.of(AggregateFunction.SUM, Kept.column(table, name)),
                                Aggregate.of(AggregateFunction.MAX, Kept.column(table, other)))),
                keys(1, 2, 3));
        database().drop(tableName);
    }
}
