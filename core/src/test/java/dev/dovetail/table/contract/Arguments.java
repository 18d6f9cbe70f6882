package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static dev.dovetail.table.contract.Host.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.table.Feature;
import dev.dovetail.table.contract.Host.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments of fields choose rows of each parent on its own, and mean the same on every database. */
interface Arguments extends Concern {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where: null, order_by: null, limit: null, offset: null         | 1 2 3 4 5 |",
                "where: {}, order_by: []                                        | 1 2 3 4 5 |",
                "where: {_or: []}                                               | |",
                "where: {_not: {}}                                              | |",
                "where: {total: {_in: []}}                                      | |",
                "where: {total: {_nin: []}}                                     | 1 2 3 4 5 |",
                "where: {total: {_in: [10, 30, 30]}}                            | 1 5 |",
                "where: {total: {_nin: [10, 30]}}                               | 2 3 |",
                "where: {_not: {total: {_eq: 20}}}                              | 1 5 |",
                "where: {_not: {_not: {total: {_eq: 20}}}}                      | 2 3 |",
                "where: {total: {_is_null: true}}                               | 4 |",
                "where: {total: {_gte: 20, _lt: 30}}                            | 2 3 |",
                "where: {item: {_eq: \"tea\"}, total: {_lte: 20}}               | 3 |",
                "where: {item: {_eq: \"Tea\"}}                                  | |",
                "where: {item: {_eq: \"tea' or '1'='1\"}}                       | |",
                "where: {_or: [{total: {_gt: 20}}, {item: {_in: [\"jam\", \"ham\"]}}]} | 1 4 5 |",
                "where: {user: {name: {_eq: \"Ann\"}}}                          | 1 2 3 4 5 | RELATED_FILTERS",
                "where: {parts: {}}                                             | 1 2 | RELATED_FILTERS",
                "where: {_not: {parts: {}}}                                     | 3 4 5 | RELATED_FILTERS",
                "where: {parts: {_not: {weight: {_gt: 5}}}}                     | 1 2 | RELATED_FILTERS",
                "order_by: {total: asc}                                         | 1 2 3 5 4 |",
                "order_by: {total: desc}                                        | 4 5 2 3 1 |",
                "order_by: {total: asc_nulls_first}                             | 4 1 2 3 5 |",
                "order_by: {total: desc_nulls_last}                             | 5 2 3 1 4 |",
                "order_by: [{total: asc}, {item: desc}]                         | 1 3 2 5 4 |",
                "order_by: [{parts_aggregate: {count: desc}}, {id: desc}]       | 1 2 5 4 3 | RELATED_ORDERS",
                "order_by: [{parts_aggregate: {max: {weight: asc}}}]            | 2 1 3 4 5 | RELATED_ORDERS",
                "order_by: [{user: {name: asc}}, {id: desc}]                    | 5 4 3 2 1 | RELATED_ORDERS",
                "limit: 2                                                       | 1 2 | LIMITS",
                "limit: 0                                                       | | LIMITS",
                "offset: 3                                                      | 4 5 | LIMITS",
                "offset: 2147483647, limit: 2147483647                          | | LIMITS",
                "offset: 1, limit: 2, order_by: {id: desc}                      | 4 3 | LIMITS",
                "distinct_on: null                                              | 1 2 3 4 5 | DISTINCT_ON",
                "distinct_on: []                                                | 1 2 3 4 5 | DISTINCT_ON",
                "distinct_on: total                                             | 1 2 5 4 | DISTINCT_ON",
                "distinct_on: [total], order_by: {total: desc}                  | 4 5 2 1 | DISTINCT_ON",
                "distinct_on: [total], order_by: [{total: asc}, {id: desc}]     | 1 3 5 4 | DISTINCT_ON",
                "distinct_on: total, where: {total: {_is_null: false}}          | 1 2 5 | DISTINCT_ON",
            })
    default void arguments_chooseRowsOfEachParent(String arguments, String ids, Gap gap) {
        Host host = host(Shop.in(database(), true));
        String each = rows(ids);

        for (List<Object> given : List.of(List.<Object>of(1), List.<Object>of(9, 1, 1))) {
            Outcome outcome = host.answering(keys(given.toArray())).select("{ orders(" + arguments + ") { id } }");
            if (gap == null || !outcome.isRefusedFor(gap)) {
                List<String> all = new ArrayList<>();
                given.forEach(key -> all.add("{orders=" + (key.equals(9) ? "[]" : each) + "}"));
                outcome.is(all.toString(), 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void aliases_haveTheirOwnArguments(boolean indexed) {
        Outcome outcome =
                host(Shop.in(database(), indexed)).answering(keys(2, 1)).select("""
                        { one: orders(limit: 1) { id } two: orders(limit: 2, order_by: {id: desc}) { id }
                          again: orders(offset: 0, limit: 1) { id } rest: orders(offset: 3) { id }
                          teas: orders(where: {item: {_eq: "tea"}}) { id } all: orders { id } }
                        """);

        if (!outcome.isRefusedFor(Gap.LIMITS)) {
            outcome.is(
                    "[{one=[{id=6}], two=[{id=6}], again=[{id=6}], rest=[], teas=[{id=6}], all=[{id=6}]},"
                            + " {one=[{id=1}], two=[{id=5}, {id=4}], again=[{id=1}], rest=[{id=4}, {id=5}],"
                            + " teas=[{id=3}], all=[{id=1}, {id=2}, {id=3}, {id=4}, {id=5}]}]",
                    5);
        }
    }

    @Test
    default void arguments_ofLevels_applyToEachRowOfTheLevelAbove() {
        Outcome outcome = host(Shop.in(database(), true))
                .answering(keys(1, 2))
                .select(
                        "{ orders(limit: 2, order_by: {total: asc}) { id parts(where: {weight: {_gt: 5}}) { weight } } }");

        if (!outcome.isRefusedFor(Gap.LIMITS)) {
            outcome.is("[{orders=[{id=1, parts=[{weight=6}]}, {id=2, parts=[]}]}, {orders=[{id=6, parts=[]}]}]", 2);
        }
    }

    @Test
    default void aggregates_ofChosenRows_areOfThese() {
        Outcome outcome = host(Shop.in(database(), true))
                .answering(keys(1, 2))
                .select("{ orders_aggregate(where: {total: {_gte: 20}}, order_by: {id: desc}) { aggregate {"
                        + " count items: count(columns: item) max { total } } nodes { id } } }");

        if (!outcome.isRefusedFor(Gap.AGGREGATES)) {
            outcome.is(
                    "[{orders_aggregate={aggregate={count=3, items=2, max={total=30}},"
                            + " nodes=[{id=5}, {id=3}, {id=2}]}},"
                            + " {orders_aggregate={aggregate={count=1, items=1, max={total=20}}, nodes=[{id=6}]}}]",
                    1);
        }
    }

    @Test
    default void pattern_thatTheDatabaseRefuses_isRefusedAtItsFieldAlone() {
        Host host = host(Shop.in(database(), true));
        if (host.schema().contains("_regex:")) {
            Outcome outcome = host.answering(keys(2))
                    .select("{ orders(where: {item: {_regex: \"(\"}}) { id } all: orders { id } }");

            assertThat(outcome.data()).isEqualTo("[{orders=null, all=[{id=6}]}]");
            assertThat(outcome.codes()).containsExactly("[outputs, 0, orders] argument-invalid");
        }
    }

    private static String rows(String ids) {
        String[] each = ids == null ? new String[0] : ids.split(" ");
        return Arrays.stream(each).map(id -> "{id=" + id + "}").toList().toString();
    }

    private Host host(Shop shop) {
        ObjectRelationship.Builder user = object("user", "Order", "user_id", shop.users(), "id");
        ArrayRelationship.Builder parts =
                array("parts", "Order", "id", shop.parts(), "order_id").orderBy("weight");
        if (!database().source().unsupported().containsAll(Set.of(Feature.RELATED_FILTERS, Feature.RELATED_ORDERS))) {
            user.filterable();
            parts.filterable();
        }
        return Host.of(database(), "type Output { key: Int }")
                .table(shop.users(), "User")
                .table(shop.orders(), "Order")
                .table(shop.parts(), "Part")
                .join(
                        array("orders", "Output", "key", shop.orders(), "user_id")
                                .orderBy("id")
                                .aggregates()
                                .build(),
                        user.build(),
                        parts.build());
    }
}
