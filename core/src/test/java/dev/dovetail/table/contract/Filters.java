package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters mean rows by SQL's logic of three values, with each operator that the source offers. */
interface Filters extends Concern {

    @ParameterizedTest
    @MethodSource("dev.dovetail.table.contract.Samples#joinable")
    default void filter_ofEachKindAndOperator_meansTheRowsThatCompare(ColumnKind kind) {
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
        List<Object> samples = Samples.of(kind);
        List<Object[]> rows = new ArrayList<>();
        samples.forEach(each -> rows.add(new Object[] {rows.size(), 1, each}));
        rows.add(new Object[] {rows.size(), 1, null});
        TableName name = database().create(table, rows);
        Kept kept = Kept.in(database());
        Table described = kept.table(name, rows);
        Column column = Kept.column(described, "v");
        Set<Operator> operators = kept.source().operators(column.type());

        for (Filter filter : comparisons(column, operators, kind, samples)) {
            kept.check(Selections.of(described).where(filter).ofEach("g"), keys(1));
            kept.check(Selections.of(described).where(new Filter.Not(filter)).ofEach("g"), keys(1, 2));
        }
    }

    private static List<Filter> comparisons(
            Column column, Set<Operator> operators, ColumnKind kind, List<Object> samples) {
        List<Filter> filters = new ArrayList<>();
        for (Operator operator : Operator.COMPARISON) {
            boolean ordered =
                    Operator.EQUALITY.contains(operator) || kind != ColumnKind.UUID && kind != ColumnKind.BOOLEAN;
            if (!operators.contains(operator) || !ordered) {
                continue;
            }
            switch (operator) {
                case IS_NULL ->
                    List.of(true, false).forEach(is -> filters.add(new Filter.Comparison(column, operator, is)));
                case IN, NIN ->
                    Stream.of(List.of(), samples.subList(0, 1), samples.subList(1, samples.size()), samples)
                            .forEach(list -> filters.add(new Filter.Comparison(column, operator, list)));
                default -> samples.forEach(sample -> filters.add(new Filter.Comparison(column, operator, sample)));
            }
        }
        return filters;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void filter_nested_followsTheLogicOfThreeValues(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        Filter twenty = compare(orders, "total", Operator.EQ, 20);
        Filter none = compare(orders, "total", Operator.IS_NULL, true);
        Filter tea = compare(orders, "item", Operator.EQ, "tea");

        Stream.of(
                        Filter.EVERYTHING,
                        Filter.NOTHING,
                        new Filter.Not(Filter.EVERYTHING),
                        new Filter.Not(Filter.NOTHING),
                        new Filter.Not(twenty),
                        new Filter.Not(new Filter.Not(twenty)),
                        new Filter.All(List.of(twenty, tea)),
                        new Filter.Any(List.of(twenty, none)),
                        new Filter.Not(new Filter.Any(List.of(twenty, tea))),
                        new Filter.Not(new Filter.All(List.of(twenty, tea))),
                        new Filter.Any(List.of(new Filter.All(List.of()), twenty)),
                        new Filter.Any(List.of(twenty, new Filter.Not(twenty))),
                        new Filter.All(List.of(
                                new Filter.Not(none), new Filter.Not(tea), new Filter.Any(List.of(tea, twenty)))))
                .forEach(filter -> {
                    kept.checkTogetherAndAlone(
                            Selections.of(orders).where(filter).ofEach("user_id"), keys(1, 2, 3));
                    kept.check(Selections.of(orders).where(filter).by("id").upTo(2, "user_id"), keys(1, 2, 3));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void filter_byRowsOfAnotherTable_meansRowsThatLeadToOne(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table users = kept.described(shop.users());
        Table orders = kept.described(shop.orders());
        Table parts = kept.described(shop.parts());
        Filter heavy = compare(parts, "weight", Operator.GT, 4);
        Filter hasParts = related(orders, "id", parts, "order_id", Filter.EVERYTHING);
        Filter hasHeavyParts = related(orders, "id", parts, "order_id", heavy);
        Filter hasNoHeavyPart = related(orders, "id", parts, "order_id", new Filter.Not(heavy));
        Filter ofUserWithHeavyParts =
                related(orders, "user_id", users, "id", related(users, "id", orders, "user_id", hasHeavyParts));

        Stream.of(hasParts, hasHeavyParts, hasNoHeavyPart, ofUserWithHeavyParts)
                .flatMap(filter -> Stream.of(
                        filter,
                        new Filter.Not(filter),
                        new Filter.Any(List.of(filter, compare(orders, "total", Operator.EQ, 20)))))
                .forEach(filter -> kept.checkTogetherAndAlone(
                        Selections.of(orders).where(filter).ofEach("user_id"), keys(1, 2, 3)));
    }

    @Test
    default void filter_byHostileText_isNeverReadAsAnythingElse() {
        List<Object[]> rows = new ArrayList<>();
        Hostile.TEXTS.forEach(text -> rows.add(new Object[] {1, text}));
        TableName name = database()
                .create(
                        ContractTable.of(
                                "texts",
                                ContractColumn.of("g", ColumnKind.INTEGER),
                                ContractColumn.of("v", ColumnKind.TEXT)),
                        rows);
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, rows);

        for (String text : Hostile.TEXTS) {
            kept.check(
                    Selections.of(texts)
                            .where(compare(texts, "v", Operator.EQ, text))
                            .ofEach("g"),
                    keys(1));
        }
        kept.check(
                Selections.of(texts)
                        .where(compare(texts, "v", Operator.IN, Hostile.TEXTS))
                        .ofEach("g"),
                keys(1, 2));
        kept.check(
                Selections.of(texts)
                        .where(compare(texts, "v", Operator.NIN, Hostile.TEXTS.subList(1, 40)))
                        .ofEach("g"),
                keys(1, 2));
    }

    static Filter compare(Table table, String column, Operator operator, Object value) {
        return new Filter.Comparison(Kept.column(table, column), operator, value);
    }

    private static Filter related(Table from, String column, Table target, String to, Filter filter) {
        return new Filter.Related(Shop.link(from, column, target, to), filter);
    }
}
