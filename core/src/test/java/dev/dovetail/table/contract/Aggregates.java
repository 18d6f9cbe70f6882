package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates are of all rows that are meant of each key, whether these are read or not. */
interface Aggregates extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void aggregates_areOfTheRowsThatAreMeant(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        List<Column> total = Kept.columns(orders, "total");
        List<Column> both = Kept.columns(orders, "total", "item");
        List<Aggregate> simple = List.of(
                Aggregate.count(),
                new Aggregate(AggregateFunction.COUNT, total, false),
                new Aggregate(AggregateFunction.COUNT, total, true),
                new Aggregate(AggregateFunction.COUNT, both, false),
                new Aggregate(AggregateFunction.SUM, total, false),
                new Aggregate(AggregateFunction.SUM, total, true),
                new Aggregate(AggregateFunction.MIN, total, false),
                new Aggregate(AggregateFunction.MAX, Kept.columns(orders, "item"), false));
        List<Aggregate> distinct = List.of(new Aggregate(AggregateFunction.COUNT, both, true));
        Selections all = Selections.of(orders).by("id");

        for (List<Aggregate> aggregates : List.of(simple, distinct)) {
            Stream.of(
                            all,
                            all.limit(3),
                            all.limit(0),
                            all.skip(1),
                            all.skip(2).limit(2),
                            Selections.of(orders).by("total").by("id").distinctOn("total"))
                    .flatMap(rows -> Stream.of(0, 1, TableQuery.ALL_ROWS).map(most -> rows.upTo(most, "user_id")))
                    .map(query -> with(query, aggregates))
                    .forEach(query -> kept.checkTogetherAndAlone(query, keys(1, 9, 2)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.table.contract.Samples#ordered")
    default void smallestAndLargest_ofEachKind_areValuesOfTheKind(ColumnKind kind) {
        ContractColumn value = ContractColumn.of("v", kind).orNull();
        if (!database().has(value)) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        Samples.of(kind).forEach(sample -> rows.add(new Object[] {1, sample}));
        rows.add(new Object[] {1, null});
        rows.add(new Object[] {2, null});
        TableName name =
                database().create(ContractTable.of("t", ContractColumn.of("g", ColumnKind.INTEGER), value), rows);
        Kept kept = Kept.in(database());
        Table described = kept.table(name, rows);
        List<Column> column = Kept.columns(described, "v");

        kept.checkTogetherAndAlone(
                with(
                        Selections.of(described).upTo(0, "g"),
                        List.of(
                                new Aggregate(AggregateFunction.MIN, column, false),
                                new Aggregate(AggregateFunction.MAX, column, false),
                                new Aggregate(AggregateFunction.COUNT, column, true))),
                keys(1, 2, 3));
    }

    /** Sums do not overflow, and keep every digit. */
    @ParameterizedTest
    @CsvSource({
        "SMALLINT, 32767, 32767, 65534",
        "INTEGER,  2147483647, 2147483647, 4294967294",
        "BIGINT,   9223372036854775807, 9223372036854775807, 18446744073709551614",
        "BIGINT,   -9223372036854775808, -9223372036854775808, -18446744073709551616",
        "DECIMAL,  999999999999999999.0000000001, 0.1, 999999999999999999.1000000001",
    })
    default void sum_ofLargeValues_isExact(ColumnKind kind, BigDecimal one, BigDecimal other, BigDecimal sum) {
        ContractColumn value = ContractColumn.of("v", kind);
        if (!database().has(value)) {
            return;
        }
        List<Object[]> rows = List.of(new Object[] {1, of(kind, one)}, new Object[] {1, of(kind, other)});
        TableName name =
                database().create(ContractTable.of("t", ContractColumn.of("g", ColumnKind.INTEGER), value), rows);
        Kept kept = Kept.in(database());
        Table described = kept.table(name, rows);
        Aggregate aggregate = new Aggregate(AggregateFunction.SUM, Kept.columns(described, "v"), false);

        kept.checkTogetherAndAlone(with(Selections.of(described).upTo(0, "g"), List.of(aggregate)), keys(1, 2));
        if (!database().gaps().contains(Gap.AGGREGATES)) {
            Object found = kept.load(
                            Kept.request(with(Selections.of(described).upTo(0, "g"), List.of(aggregate)), keys(1)))
                    .aggregatesOf(0)[0];
            assertThat(new BigDecimal(found.toString())).isEqualByComparingTo(sum);
        }
    }

    private static Object of(ColumnKind kind, BigDecimal value) {
        return switch (kind) {
            case SMALLINT, INTEGER -> value.intValueExact();
            case BIGINT -> value.longValueExact();
            default -> value;
        };
    }

    @Test
    default void statistics_ofEachKindOfNumber_areDoubles() {
        for (ColumnKind kind : List.of(ColumnKind.INTEGER, ColumnKind.BIGINT, ColumnKind.DECIMAL, ColumnKind.DOUBLE)) {
            ContractColumn value = ContractColumn.of("v", kind).orNull();
            if (!database().has(value) || database().gaps().contains(Gap.AGGREGATES)) {
                continue;
            }
            List<Object[]> rows = new ArrayList<>();
            Stream.of(1, 2, 4).forEach(v -> rows.add(new Object[] {1, number(kind, v)}));
            rows.add(new Object[] {1, null});
            rows.add(new Object[] {2, number(kind, 7)});
            TableName name =
                    database().create(ContractTable.of("t", ContractColumn.of("g", ColumnKind.INTEGER), value), rows);
            Kept kept = Kept.in(database());
            Table described = kept.table(name, rows);
            assertThat(statistics(kept, described, 1))
                    .as("%s", kind)
                    .usingElementComparator((a, b) -> Math.abs((double) a - (double) b) < 1e-9 ? 0 : 1)
                    .containsExactly(
                            7.0 / 3,
                            Math.sqrt(7.0 / 3),
                            Math.sqrt(14.0 / 9),
                            Math.sqrt(7.0 / 3),
                            7.0 / 3,
                            14.0 / 9,
                            7.0 / 3);
            assertThat(statistics(kept, described, 2))
                    .as("%s of one value", kind)
                    .containsExactly(7.0, null, 0.0, null, null, 0.0, null);
        }
    }

    private static Object number(ColumnKind kind, int value) {
        return switch (kind) {
            case BIGINT -> (long) value;
            case DECIMAL -> BigDecimal.valueOf(value);
            case DOUBLE -> (double) value;
            default -> value;
        };
    }

    private static Object[] statistics(Kept kept, Table table, int group) {
        List<Aggregate> all = Stream.of(
                        AggregateFunction.AVG,
                        AggregateFunction.STDDEV,
                        AggregateFunction.STDDEV_POP,
                        AggregateFunction.STDDEV_SAMP,
                        AggregateFunction.VARIANCE,
                        AggregateFunction.VAR_POP,
                        AggregateFunction.VAR_SAMP)
                .map(function -> new Aggregate(function, Kept.columns(table, "v"), false))
                .toList();
        TableRows rows = kept.load(Kept.request(with(Selections.of(table).upTo(0, "g"), all), keys(9, group)));
        return rows.aggregatesOf(1);
    }

    static TableQuery with(TableQuery query, List<Aggregate> aggregates) {
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                query.rows(),
                query.rowsPerKey(),
                query.positions(),
                aggregates);
    }
}
