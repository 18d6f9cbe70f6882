package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static dev.dovetail.table.contract.Host.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.contract.Host.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an object, an array and an aggregate give in each situation. */
interface Situations extends Concern {

    String ALL_FORMS = "{ user { name } orders { id } orders_aggregate { aggregate { count } nodes { id } } }";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void join_ofListsWithNullsAndDuplicates_keepsOrder(boolean indexed) {
        Outcome outcome = forms(Shop.in(database(), indexed))
                .answering(keys("2", null, "3", "9", "2"))
                .select("{ key user { id name } orders { item id } }");

        outcome.is(
                "[{key=2, user={id=2, name=Bob}, orders=[{item=tea, id=6}]}, {key=null, user=null, orders=[]},"
                        + " {key=3, user={id=3, name=null}, orders=[]}, {key=9, user=null, orders=[]},"
                        + " {key=2, user={id=2, name=Bob}, orders=[{item=tea, id=6}]}]",
                2);
    }

    @Test
    default void join_ofEntriesThatAreNull_passesThemOver() {
        Outcome outcome = forms(Shop.in(database(), true))
                .answering(Arrays.asList(null, Map.of("key", "1"), null, Map.of()))
                .select("{ user { name } orders { id } }");

        outcome.is(
                "[null, {user={name=Ann}, orders=[{id=1}, {id=2}, {id=3}, {id=4}, {id=5}]}, null,"
                        + " {user=null, orders=[]}]",
                2);
    }

    @Test
    default void key_nullOrAbsent_givesNothingWithoutStatement() {
        Host host = forms(Shop.in(database(), true))
                .answering(Arrays.asList(Map.of(), keys((Object) null).get(0)));
        String nothing = "{user=null, orders=[], orders_aggregate={aggregate={count=0}, nodes=[]}}";

        host.select(ALL_FORMS).is("[" + nothing + ", " + nothing + "]", 0);
        host.answering(List.of()).select(ALL_FORMS).is("[]", 0);
        host.answering(null).select(ALL_FORMS).is("null", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9 8"})
    default void key_withoutRows_givesNothing(String given) {
        Object[] keys = given.split(" ");
        Outcome outcome = forms(Shop.in(database(), true)).answering(keys(keys)).select(ALL_FORMS);

        if (!outcome.isRefusedFor(Gap.AGGREGATES)) {
            String nothing = "{user=null, orders=[], orders_aggregate={aggregate={count=0}, nodes=[]}}";
            outcome.is("[" + String.join(", ", java.util.Collections.nCopies(keys.length, nothing)) + "]", 3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void aggregate_ofEachParent_isOfItsRowsAlone(boolean indexed) {
        Outcome outcome = forms(Shop.in(database(), indexed))
                .answering(keys("1", "2", null, "1", "9"))
                .select("{ orders_aggregate { aggregate { count sum { total } } nodes { id } } }");

        if (!outcome.isRefusedFor(Gap.AGGREGATES)) {
            String ann = "{orders_aggregate={aggregate={count=5, sum={total=80}},"
                    + " nodes=[{id=1}, {id=2}, {id=3}, {id=4}, {id=5}]}}";
            String nothing = "{orders_aggregate={aggregate={count=0, sum={total=null}}, nodes=[]}}";
            outcome.is(
                    "[" + ann + ", {orders_aggregate={aggregate={count=1, sum={total=20}}, nodes=[{id=6}]}}, " + nothing
                            + ", " + ann + ", " + nothing + "]",
                    1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void object_withSeveralRows_isAmbiguousForThatParentAlone(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Host host = host(shop)
                .join(object("order", "Output", "key", shop.orders(), "user_id").build());

        Outcome several = host.answering(keys("2", "1", "3", "1")).select("{ order { id } }");
        Outcome one = host.answering(keys("1")).select("{ order { id } }");

        if (!several.isRefusedFor(Gap.LIMITS)) {
            assertThat(several.data()).isEqualTo("[{order={id=6}}, {order=null}, {order=null}, {order=null}]");
            assertThat(several.codes())
                    .containsExactlyInAnyOrder(
                            "[outputs, 1, order] relationship-ambiguous", "[outputs, 3, order] relationship-ambiguous");
            assertThat(one.codes()).containsExactly("[outputs, 0, order] relationship-ambiguous");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void object_withAnOrder_isTheFirst(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Host host = host(shop)
                .join(
                        object("largest", "Output", "key", shop.orders(), "user_id")
                                .orderByDescending("total")
                                .orderBy("id")
                                .build(),
                        object("last", "Output", "key", shop.orders(), "user_id")
                                .orderByDescending("id")
                                .build());

        Outcome several = host.answering(keys("2", "1", "3")).select("{ largest { id } last { id } }");
        Outcome one = host.answering(keys("1")).select("{ largest { id } last { id } }");

        if (!several.isRefusedFor(Gap.LIMITS)) {
            several.is("[{largest={id=6}, last={id=6}}, {largest={id=4}, last={id=5}}, {largest=null, last=null}]", 2);
            one.is("[{largest={id=4}, last={id=5}}]", 2);
        }
    }

    @Test
    default void key_thatTheColumnCannotTake_isRefusedForThatParentAlone() {
        Outcome outcome = forms(Shop.in(database(), true))
                .answering(keys("abc", "2", "2147483648", "2 ", "02", "2.0", "", "2\0", "\u0662", "0x2", "2 or 1=1"))
                .select("{ user { name } orders { id } }");

        assertThat(outcome.data())
                .startsWith("[{user=null, orders=null}, {user={name=Bob}, orders=[{id=6}]}, {user=null, orders=null},")
                .doesNotContain("Ann");
        assertThat(outcome.codes())
                .hasSize(20)
                .contains("[outputs, 0, user] join-key-invalid", "[outputs, 0, orders] join-key-invalid")
                .allMatch(code -> code.endsWith(" join-key-invalid") && !code.startsWith("[outputs, 1,"));
        outcome.tookBatches(2);
    }

    @Test
    default void field_notSelectedOrAliased_stillJoins() {
        Host host = forms(Shop.in(database(), true)).answering(keys("2"));

        host.select("{ user { name } }").is("[{user={name=Bob}}]", 1);
        host.select("{ user: key who: user { id: name name: id } }").is("[{user=2, who={id=Bob, name=2}}]", 1);
    }

    @Test
    default void list_ofKeys_givesTheRowsOfAllInItsOrder() {
        Shop shop = Shop.in(database(), true);
        Outcome outcome = Host.of(database(), "type Output { ids: [Int] }")
                .table(shop.orders(), "Order")
                .join(array("orders", "Output", "ids", shop.orders(), "user_id")
                        .orderByDescending("id")
                        .build())
                .answering(List.of(
                        Map.of("ids", Arrays.asList(2, 1)),
                        Map.of("ids", Arrays.asList(2, null, 9, 2)),
                        Map.of("ids", List.of()),
                        Map.of()))
                .select("{ orders { id } }");

        outcome.is(
                "[{orders=[{id=6}, {id=5}, {id=4}, {id=3}, {id=2}, {id=1}]}, {orders=[{id=6}, {id=6}]},"
                        + " {orders=[]}, {orders=[]}]",
                1);
    }

    @Test
    default void rows_joinOtherTables_byOneStatementForEachLevel() {
        Shop shop = Shop.in(database(), true);
        Outcome outcome = forms(shop)
                .table(shop.parts(), "Part")
                .join(
                        array("orders", "User", "id", shop.orders(), "user_id")
                                .orderBy("id")
                                .build(),
                        object("user", "Order", "user_id", shop.users(), "id").build(),
                        array("parts", "Order", "id", shop.parts(), "order_id")
                                .orderBy("weight")
                                .build())
                .answering(keys("2", "1", "2"))
                .select("{ user { orders { id user { name } parts { weight } } } }");

        String bob = "{user={orders=[{id=6, user={name=Bob}, parts=[{weight=null}, {weight=null}]}]}}";
        outcome.is(
                "[" + bob + ", {user={orders=[{id=1, user={name=Ann}, parts=[{weight=5}, {weight=6}]},"
                        + " {id=2, user={name=Ann}, parts=[{weight=1}]}, {id=3, user={name=Ann}, parts=[]},"
                        + " {id=4, user={name=Ann}, parts=[]}, {id=5, user={name=Ann}, parts=[]}]}}, " + bob + "]",
                4);
    }

    private Host forms(Shop shop) {
        return host(shop)
                .join(
                        object("user", "Output", "key", shop.users(), "id").build(),
                        array("orders", "Output", "key", shop.orders(), "user_id")
                                .orderBy("id")
                                .aggregates()
                                .build());
    }

    private Host host(Shop shop) {
        return Host.of(database(), "type Output { key: String }")
                .table(shop.users(), "User")
                .table(shop.orders(), "Order");
    }
}
