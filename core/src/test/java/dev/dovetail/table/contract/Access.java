package dev.dovetail.table.contract;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static dev.dovetail.table.contract.Host.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.session.Session;
import dev.dovetail.table.Feature;
import dev.dovetail.table.contract.Host.Outcome;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A caller reads what its rule lets it, whatever else is read in the same request. */
interface Access extends Concern {

    @Test
    default void rows_thatARuleHides_areNotThere() {
        Host host = host(
                Session.of("user", Map.of("most", "20")),
                AccessRule.forRole("user")
                        .rows(column("total").lte(SessionVariable.of("most")))
                        .allColumns()
                        .aggregates());

        host.answering(keys(1, 2, 4, 5))
                .select("{ orders { id } order { id } }")
                .is(
                        "[{orders=[{id=1}, {id=2}, {id=3}], order={id=1}}, {orders=[{id=6}], order={id=2}},"
                                + " {orders=[], order=null}, {orders=[], order=null}]",
                        2);
        Outcome aggregate = host.answering(keys(1)).select("{ orders_aggregate { aggregate { count } } }");
        if (!aggregate.isRefusedFor(Gap.AGGREGATES)) {
            aggregate.is("[{orders_aggregate={aggregate={count=3}}}]", 1);
        }
    }

    @Test
    default void rule_thatNegates_hidesRowsOfWhichItIsUnknown() {
        host(
                        Session.of("user", Map.of()),
                        AccessRule.forRole("user")
                                .rows(RowFilter.not(column("total").eq(20)))
                                .allColumns())
                .answering(keys(1, 2))
                .select("{ orders { id } }")
                .is("[{orders=[{id=1}, {id=5}]}, {orders=[]}]", 1);
    }

    @Test
    default void rule_byHostileVariable_meansThatTextAlone() {
        AccessRule.Builder rule = AccessRule.forRole("user")
                .rows(column("item").eq(SessionVariable.of("item")))
                .allColumns();

        for (String item : List.of("x' or '1'='1", "tea' --", "\\", "%", "TEA", "")) {
            host(Session.of("user", Map.of("item", item)), rule)
                    .answering(keys(1, 2))
                    .select("{ orders { id } }")
                    .is("[{orders=[]}, {orders=[]}]", 1);
        }
        host(Session.of("user", Map.of("item", "tea")), rule)
                .answering(keys(1, 2))
                .select("{ orders { id } }")
                .is("[{orders=[{id=3}]}, {orders=[{id=6}]}]", 1);
    }

    @Test
    default void rule_throughAnotherTable_filters() {
        Host host = host(
                Session.of("user", Map.of("name", "Bob")),
                AccessRule.forRole("user")
                        .rows(RowFilter.related("user", column("name").eq(SessionVariable.of("name"))))
                        .allColumns());

        if (database().source().unsupported().contains(Feature.RELATED_FILTERS)) {
            assertThatThrownBy(host::schema)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("cannot follow relationship 'user'");
        } else {
            host.answering(keys(1, 2)).select("{ orders { id } }").is("[{orders=[]}, {orders=[{id=6}]}]", 1);
        }
    }

    @Test
    default void limitOfARule_boundsTheRowsOfEachParent_butNotTheAggregate() {
        Outcome outcome = host(
                        Session.of("user", Map.of()),
                        AccessRule.forRole("user")
                                .allRows()
                                .allColumns()
                                .aggregates()
                                .limit(2))
                .answering(keys(2, 1))
                .select("{ orders { id } more: orders(limit: 4) { id } less: orders(limit: 1) { id }"
                        + " orders_aggregate { aggregate { count } nodes { id } } }");

        if (!outcome.isRefusedFor(Gap.LIMITS, Gap.AGGREGATES)) {
            outcome.is(
                    "[{orders=[{id=6}], more=[{id=6}], less=[{id=6}],"
                            + " orders_aggregate={aggregate={count=1}, nodes=[{id=6}]}},"
                            + " {orders=[{id=1}, {id=2}], more=[{id=1}, {id=2}], less=[{id=1}],"
                            + " orders_aggregate={aggregate={count=5}, nodes=[{id=1}, {id=2}]}}]",
                    4);
        }
    }

    @Test
    default void columns_thatARuleHides_areNotReadNorFilteredBy() {
        Outcome outcome = host(
                        Session.of("user", Map.of()),
                        AccessRule.forRole("user").allRows().columns("id"))
                .answering(keys(2))
                .select("{ orders { id total } by: orders(where: {total: {_eq: 20}}) { id } }");

        assertThat(outcome.data()).isEqualTo("[{orders=[{id=6, total=null}], by=null}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, by] access-denied", "[outputs, 0, orders, 0, total] access-denied");
    }

    @Test
    default void callers_ofOneRequest_shareNoRows() {
        Shop shop = Shop.in(database(), true);
        Host host = Host.of(database(), "type Output { key: Int }")
                .host(
                        "type Query { as(most: Int): Output }",
                        wiring -> wiring.type("Query", query -> query.dataFetcher("as", Access::as)))
                .and(dovetail -> dovetail.sessionFrom(environment ->
                        environment.getLocalContext() instanceof Session session ? session : Session.ANONYMOUS))
                .table(TableDefinition.of(shop.orders().schema(), shop.orders().name())
                        .type("Order")
                        .allColumns()
                        .access(AccessRule.forRole("user")
                                .rows(column("total").lte(SessionVariable.of("most")))
                                .allColumns()
                                .build()))
                .join(array("orders", "Output", "key", shop.orders(), "user_id")
                        .orderBy("id")
                        .build());

        Outcome outcome = host.ask(
                "{ a: as(most: 10) { orders { id } } b: as(most: 99) { orders { id } } c: as(most: 0) { orders { id } }"
                        + " d: as { orders { id } } }",
                input -> {});

        assertThat(outcome.result().<Object>getData())
                .hasToString("{a={orders=[{id=1}]}, b={orders=[{id=1}, {id=2}, {id=3}, {id=5}]}, c={orders=[]},"
                        + " d={orders=null}}");
        assertThat(outcome.codes()).containsExactly("[d, orders] access-denied");
        outcome.tookBatches(3);
    }

    private static Object as(DataFetchingEnvironment environment) {
        Integer most = environment.getArgument("most");
        return DataFetcherResult.newResult()
                .data(Map.of("key", 1))
                .localContext(most == null ? Session.of("guest", Map.of()) : Session.of("user", Map.of("most", most)))
                .build();
    }

    private Host host(Session session, AccessRule.Builder rule) {
        Shop shop = Shop.in(database(), true);
        return Host.of(database(), "type Output { key: Int }")
                .and(dovetail -> dovetail.session(context -> session))
                .table(TableDefinition.of(shop.users().schema(), shop.users().name())
                        .type("User")
                        .allColumns()
                        .open())
                .table(TableDefinition.of(shop.orders().schema(), shop.orders().name())
                        .type("Order")
                        .allColumns()
                        .access(rule.build()))
                .join(
                        array("orders", "Output", "key", shop.orders(), "user_id")
                                .orderBy("id")
                                .aggregates()
                                .build(),
                        object("order", "Output", "key", shop.orders(), "id").build(),
                        object("user", "Order", "user_id", shop.users(), "id").build());
    }
}
