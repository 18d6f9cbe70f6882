package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the README's examples of what clients may ask of joined rows, and what it says of them. */
final class ReadmeFeaturesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HODOR = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
    private static final String MEERA = "c0a8012e-3b5f-4b1c-8a53-6d1f2f0c9e77";

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id uuid primary key, name text not null)",
                "create table orders (id int primary key, user_id uuid not null, total numeric(10, 2) not null,"
                        + " status text, created_at timestamptz not null)",
                "create index on orders (user_id)",
                "create table order_items (id int primary key, order_id int not null, product text not null)",
                "create index on order_items (order_id)",
                "insert into users values ('" + HODOR + "', 'Hodor'), ('" + MEERA + "', 'Meera')",
                "insert into orders values (1, '" + HODOR + "', 12.50, 'paid', '2025-03-01Z'),"
                        + " (2, '" + HODOR + "', 30, 'shipped', '2025-03-02Z'),"
                        + " (3, '" + HODOR + "', 99, 'open', '2025-03-03Z'),"
                        + " (4, '" + HODOR + "', 7.25, 'paid', '2025-03-04Z'),"
                        + " (5, '" + MEERA + "', 18, null, '2025-03-05Z')",
                "insert into order_items values (1, 1, 'Map'), (2, 2, 'Fur cloak'), (3, 5, 'Rope'), (4, 5, 'Map')");
    }

    @Test
    void directives_ofTheReadme_joinAsCodeDoes() {
        Service service = Service.of(
                shop().build(),
                "type Query { version: String } "
                        + section("Relationships in the schema").block("graphql"));

        assertThat(json(
                        service,
                        "{ topCustomers { orders(limit: 1) { id } orders_aggregate { aggregate { count } } } }"))
                .isEqualTo("{\"topCustomers\":["
                        + "{\"orders\":[{\"id\":3}],\"orders_aggregate\":{\"aggregate\":{\"count\":4}}},"
                        + "{\"orders\":[{\"id\":5}],\"orders_aggregate\":{\"aggregate\":{\"count\":1}}}]}");
    }

    @Test
    void filters_ofTheReadme_topRowsOfEachParentInOneStatement() {
        // spotless:off
        // snippet
        ArrayRelationship orders = ArrayRelationship.named("orders").on("User")
                .references("public", "orders").from("id").to("user_id").orderBy("id")
                .arguments(RowArgument.WHERE, RowArgument.ORDER_BY, RowArgument.LIMIT) // all five, if this is left out
                .build();
        // end
        // spotless:on
        Readme example = section("Filters, orders, limits");
        Service service = service(shop().relationship(orders));

        assertThat(json(service, example.block("graphql")))
                .isEqualTo("{\"topCustomers\":["
                        + "{\"user\":{\"name\":\"Hodor\",\"largest\":[{\"total\":30.00},{\"total\":12.50}],"
                        + "\"latest\":[{\"status\":\"paid\"}]}},"
                        + "{\"user\":{\"name\":\"Meera\",\"largest\":[],\"latest\":[{\"status\":null}]}}]}");
        assertThat(database.statements()).hasSize(3).map(Readme::words).containsAll(example.statements());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where: {}                                                             | 1 2 3 4 5",
                "where: null                                                           | 1 2 3 4 5",
                "where: {_and: []}                                                     | 1 2 3 4 5",
                "where: {_or: []}                                                      | ''",
                "where: {status: {_neq: \"open\"}}                                     | 1 2 4",
                "where: {_not: {status: {_neq: \"open\"}}}                             | 3",
                "where: {_not: {status: {_eq: \"open\"}}}                              | 1 2 4",
                "where: {status: {_is_null: true}}                                     | 5",
                "where: {status: {_like: \"%p%\"}, total: {_lt: 20}, id: {_neq: 1}}     | 4",
                "where: {_or: [{total: {_gte: 30}}, {id: {_eq: 5}}]}, offset: 1        | 3",
                "order_by: [{status: desc}, {total: asc}]                              | 2 4 1 3 5",
                "distinct_on: [status]                                                 | 3 1 2 5",
                "distinct_on: [status], order_by: [{status: asc}, {total: asc}]        | 3 4 2 5",
            })
    void arguments_areTakenAsTheReadmeSays(String arguments, String ids) {
        Service service = service(shop().relationship(orders().build()));

        Map<String, Object> data = service.data("{ topCustomers { user { orders(" + arguments + ") { id } } } }");

        assertThat(data.toString().replaceAll("\\D+", " ").strip()).isEqualTo(ids == null ? "" : ids);
        assertThat(database.statements()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders(where: {status: {_eq: null}})",
                "orders(limit: -1)",
                "orders(offset: -1)",
                "orders(order_by: [{total: asc, id: asc}])",
                "orders(distinct_on: [status], order_by: [{total: asc}])",
                "orders: orders_connection(first: 1, last: 1)",
                "orders: orders_connection(first: 1, after: \"WyJ4IiwiMSJd\")"
            })
    void arguments_thatTheReadmeExcludes_areRefused(String field) {
        Service service = service(shop().relationship(orders().connection().build()));

        ExecutionResult result = service.execute("{ topCustomers { user { " + field + " { __typename } } } }");

        assertThat(Service.codes(result))
                .containsExactly(
                        "[topCustomers, 0, user, orders] argument-invalid",
                        "[topCustomers, 1, user, orders] argument-invalid");
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void values_ofClients_areBound() {
        Service service = service(shop().relationship(orders().build()));
        String hostile = "'; drop table orders; --";

        service.data("{ topCustomers { user { orders(where: {_or: [{status: {_eq: \"" + hostile
                + "\"}}, {status: {_in: [\"" + hostile + "\"]}}, {status: {_regex: \"drop\"}}]}) { id } } } }");

        assertThat(database.statements()).hasSize(2).noneMatch(sql -> sql.contains("drop"));
    }

    @Test
    void filterByRelatedRows_ofTheReadme_isPartOfTheStatement() {
        // spotless:off
        // snippet
        ArrayRelationship items = ArrayRelationship.named("items").on("Order")
                .references("public", "order_items").from("id").to("order_id").filterable().build();
        // end
        // spotless:on
        Service service = service(shop().table(TableDefinition.of("public", "order_items")
                        .type("OrderItem")
                        .columns("product")
                        .build())
                .relationship(orders().build())
                .relationship(items));

        assertThat(json(
                        service,
                        section("Filters, orders, limits").blocks("graphql").get(1)))
                .isEqualTo("{\"topCustomers\":["
                        + "{\"user\":{\"orders\":[{\"total\":12.50,\"items\":[{\"product\":\"Map\"}]}]}},"
                        + "{\"user\":{\"orders\":[{\"total\":18.00,"
                        + "\"items\":[{\"product\":\"Rope\"},{\"product\":\"Map\"}]}]}}]}");
        assertThat(database.statements()).hasSize(3);
    }

    @Test
    void aggregates_ofTheReadme_answerAsItSaysInOneStatement() {
        Service service = service(shop().relationship(orders().aggregates().build()));

        assertThat(answer(service, section("Aggregates").block("graphql")))
                .isEqualTo(JSON.readTree(section("Aggregates").block("json")));
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void aggregates_withoutRowsAndWithALimit_areAsTheReadmeSays() {
        Service service = service(shop().relationship(orders().aggregates().build()));

        assertThat(json(service, """
                        { topCustomers { user {
                          none: orders_aggregate(where: {total: {_gt: 1000}}) { aggregate { count max { total } } }
                          one: orders_aggregate(limit: 1) { aggregate { count(columns: [status], distinct: true) sum { total } } }
                        } } }
                        """))
                .isEqualTo("{\"topCustomers\":["
                        + "{\"user\":{\"none\":{\"aggregate\":{\"count\":0,\"max\":{\"total\":null}}},"
                        + "\"one\":{\"aggregate\":{\"count\":1,\"sum\":{\"total\":12.50}}}}},"
                        + "{\"user\":{\"none\":{\"aggregate\":{\"count\":0,\"max\":{\"total\":null}}},"
                        + "\"one\":{\"aggregate\":{\"count\":0,\"sum\":{\"total\":18.00}}}}}]}");
    }

    @Test
    void connection_ofTheReadme_leadsFromPageToPage() {
        Service service = service(shop().relationship(orders().connection().build()));
        String query = section("Connections").block("graphql");

        JsonNode first = answer(service, query).at("/data/topCustomers/0/user/orders_connection");
        assertThat(database.statements()).hasSize(2);
        assertThat(first.at("/edges/0/node/total").decimalValue()).isEqualByComparingTo("99");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        database.run("insert into orders values (6, '" + HODOR + "', 200, 'open', now())");

        String after = first.at("/pageInfo/endCursor").asString();
        String next = query.replace("first: 1,", "first: 1, after: \"" + after + "\",");
        JsonNode second = answer(service, next).at("/data/topCustomers/0/user/orders_connection");
        assertThat(second.at("/edges/0/node/total").decimalValue()).isEqualByComparingTo("30");
    }

    @Test
    void listOfKeys_ofTheReadme_keepsItsOrder() {
        // spotless:off
        // snippet
        ArrayRelationship orders = ArrayRelationship.named("orders").on("PackingList")
                .references("public", "orders").from("orderIds").to("id").build();
        // end
        // spotless:on
        Service service = service(shop().types("type PackingList { orderIds: [Int!]! }")
                .action(ActionDefinition.query("packingList")
                        .returns("PackingList")
                        .handler(call -> Map.of("orderIds", List.of(4, 3, 1, 4, 2)))
                        .build())
                .relationship(orders));
        String query = section("Lists of keys").block("graphql");

        assertThat(json(service, query))
                .isEqualTo("{\"packingList\":{\"orders\":["
                        + "{\"id\":4,\"status\":\"paid\"},{\"id\":1,\"status\":\"paid\"}]}}");
        assertThat(database.statements()).hasSize(1);
        assertThat(json(service, "{ packingList { orders { id } } }"))
                .isEqualTo("{\"packingList\":{\"orders\":[{\"id\":4},{\"id\":3},{\"id\":1},{\"id\":4},{\"id\":2}]}}");
    }

    @Test
    void camelCase_ofTheReadme_namesFieldsAndArguments() {
        Service service = service(shop().naming(Naming.CAMEL_CASE)
                .relationship(orders().aggregates().build()));

        assertThat(json(service, section("Names").block("graphql")))
                .isEqualTo("{\"topCustomers\":["
                        + "{\"user\":{\"orders\":[{\"createdAt\":\"2025-03-04T00:00:00.000Z\"}],"
                        + "\"ordersAggregate\":{\"aggregate\":{\"count\":4}}}},"
                        + "{\"user\":{\"orders\":[{\"createdAt\":\"2025-03-05T00:00:00.000Z\"}],"
                        + "\"ordersAggregate\":{\"aggregate\":{\"count\":1}}}}]}");
        assertThat(json(service, "{ __type(name: \"OrderBoolExp\") { name } }")).contains("OrderBoolExp");
    }

    private static Readme section(String heading) {
        return new Readme().section(heading);
    }

    private DovetailBuilder shop() {
        return Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type UserOutput { id: UUID! }")
                .action(ActionDefinition.query("topCustomers")
                        .returns("[UserOutput!]!")
                        .handler(call -> List.of(Map.of("id", HODOR), Map.of("id", MEERA)))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build());
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("id");
    }

    private Service service(DovetailBuilder dovetail) {
        Service service = Service.of(dovetail.build(), "type Query { version: String }");
        database.forget();
        return service;
    }

    /** The data of an answer without errors. */
    private static String json(Service service, String query) {
        return JSON.writeValueAsString(service.data(query));
    }

    /** An answer as the README writes it. */
    private static JsonNode answer(Service service, String query) {
        return JSON.readTree(JSON.writeValueAsString(Map.of("data", service.data(query))));
    }
}
