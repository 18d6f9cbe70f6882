package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.ReadyQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each query that the page has ready, over HTTP. */
final class ReadyQueriesTest {

    @Test
    void createUser_newUser_answersWithJoinedOrdersAndItems() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("mutation CreateUser"));

        assertThat(answer.has("errors")).isFalse();
        JsonNode created = answer.at("/data/createUser");
        assertThat(created.get("id").asString()).hasSize(36);
        assertThat(created.get("user").toString())
                .isEqualTo("{\"name\":\"Hodor\",\"orders\":["
                        + "{\"total\":12.50,\"items\":[{\"product\":\"Welcome card\"},{\"product\":\"Map\"}]},"
                        + "{\"total\":30.00,\"items\":[{\"product\":\"Door stop\"}]}]}");
        assertThat(RunningQuickstart.statements()).isEqualTo(3);
    }

    @Test
    void topCustomers_threeUsers_oneStatementForEachRelationship() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query TopCustomers"));

        assertThat(answer.has("errors")).isFalse();
        JsonNode customers = answer.at("/data/topCustomers");
        assertThat(customers.values())
                .extracting(customer -> customer.get("rank").asInt())
                .containsExactly(1, 2, 3);
        assertThat(customers.values())
                .extracting(customer -> customer.at("/user/name").asString())
                .containsExactly("Edmure Dayne", "Bran Cassel", "Edmure Blackwood");
        assertThat(customers.values())
                .extracting(customer -> customer.at("/user/orders").size())
                .containsExactly(5, 4, 3);
        assertThat(customers.at("/0/user/orders/0").toString()).isEqualTo("{\"total\":67.35,\"status\":\"open\"}");
        assertThat(RunningQuickstart.statements()).isEqualTo(3);
    }

    @Test
    void remoteService_twoUsers_oneCallByAHiddenColumn() throws Exception {
        int calls = RunningQuickstart.SERVICES.userService().profileRequests();

        JsonNode answer = RunningQuickstart.ask(ready("query RemoteService"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.get("data").toString())
                .isEqualTo("{\"topCustomers\":["
                        + "{\"user\":{\"name\":\"Edmure Dayne\","
                        + "\"auth0_profile\":{\"provider\":\"auth0\",\"account\":\"edmure-dayne\"}}},"
                        + "{\"user\":{\"name\":\"Bran Cassel\","
                        + "\"auth0_profile\":{\"provider\":\"auth0\",\"account\":\"bran-cassel\"}}}]}");
        assertThat(RunningQuickstart.statements()).isEqualTo(2);
        assertThat(RunningQuickstart.SERVICES.userService().profileRequests()).isEqualTo(calls + 1);
    }

    @Test
    void largestOrders_twoAliases_oneStatementEach() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query LargestOrders"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/topCustomers").size()).isEqualTo(3);
        assertThat(answer.at("/data/topCustomers/0/user").toString())
                .isEqualTo("{\"name\":\"Edmure Dayne\","
                        + "\"largest\":[{\"total\":291.80,\"status\":\"shipped\"},{\"total\":265.10,\"status\":\"paid\"}],"
                        + "\"newest\":[{\"created_at\":\"2025-05-08T18:00:00.000Z\",\"total\":4.50}]}");
        assertThat(RunningQuickstart.statements()).isEqualTo(4);
    }

    @Test
    void ordersWithCloaks_filterAndOrderByItems_partOfTheOrdersStatement() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query OrdersWithCloaks"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/topCustomers/0/user/orders").toString())
                .isEqualTo("[{\"id\":119,\"items\":[{\"product\":\"Lantern\",\"quantity\":3},"
                        + "{\"product\":\"Rope\",\"quantity\":1},{\"product\":\"Fur cloak\",\"quantity\":2}]},"
                        + "{\"id\":118,\"items\":[{\"product\":\"Rope\",\"quantity\":2},"
                        + "{\"product\":\"Fur cloak\",\"quantity\":3}]},"
                        + "{\"id\":117,\"items\":[{\"product\":\"Fur cloak\",\"quantity\":1}]}]");
        assertThat(RunningQuickstart.statements()).isEqualTo(4);
    }

    @Test
    void aggregates_valuesAndRows_oneStatement() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query Aggregates"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/topCustomers/2/user").toString())
                .isEqualTo("{\"name\":\"Edmure Blackwood\",\"orders_aggregate\":{"
                        + "\"aggregate\":{\"count\":2,\"sum\":{\"total\":269.60},"
                        + "\"max\":{\"created_at\":\"2025-04-09T14:00:00.000Z\"}},"
                        + "\"nodes\":[{\"total\":265.10,\"status\":\"shipped\"},"
                        + "{\"total\":4.50,\"status\":\"shipped\"}]}}");
        assertThat(RunningQuickstart.statements()).isEqualTo(3);
    }

    @Test
    void pages_firstPage_itsCursorLeadsToTheNext() throws Exception {
        ReadyQuery ready = ready("query Pages");
        JsonNode page = pageOfFirstCustomer(ready.query());

        assertThat(totals(page)).containsExactly("291.80", "265.10");
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(RunningQuickstart.statements()).isEqualTo(3);

        String cursor = page.at("/pageInfo/endCursor").asString();
        JsonNode next = pageOfFirstCustomer(ready.query()
                .replace("limit: 2", "limit: 1")
                .replace("first: 2", "first: 2, after: \"" + cursor + '"'));
        assertThat(totals(next)).containsExactly("89.00", "67.35");
    }

    @Test
    void packingList_listOfKeys_rowsInItsOrder() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query PackingList"));

        assertThat(answer.has("errors")).isFalse();
        JsonNode list = answer.at("/data/packingList");
        assertThat(list.get("orderIds").toString()).isEqualTo("[104,62,20]");
        assertThat(list.get("orders").values())
                .extracting(order -> order.get("id").asInt())
                .containsExactly(104, 62, 20);
        assertThat(list.at("/orders/2/user/name").asString()).isEqualTo("Gilly Ashford");
        assertThat(RunningQuickstart.statements()).isEqualTo(4);
    }

    @Test
    void asSupport_roleOfTheHeaders_readsMailAddresses() throws Exception {
        JsonNode answer = RunningQuickstart.ask(ready("query AsSupport"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/topCustomers").values())
                .extracting(customer -> customer.at("/user/email").asString())
                .containsExactly("edmure.dayne@example.com", "bran.cassel@example.com");
        assertThat(RunningQuickstart.statements()).isEqualTo(3);
    }

    @Test
    void asCustomer_roleOfTheHeaders_ownOrdersAndNoMailAddresses() throws Exception {
        ReadyQuery ready = ready("query AsCustomer");

        JsonNode answer = RunningQuickstart.ask(ready);

        assertThat(ready.refused()).isTrue();
        assertThat(answer.at("/data/topCustomers").toString())
                .isEqualTo("[{\"user\":{\"name\":\"Edmure Dayne\",\"email\":null,\"orders\":["
                        + "{\"total\":67.35},{\"total\":89.00},{\"total\":291.80},{\"total\":265.10},{\"total\":4.50}]}},"
                        + "{\"user\":{\"name\":\"Bran Cassel\",\"email\":null,\"orders\":[]}}]");
        assertThat(answer.get("errors").values())
                .extracting(error ->
                        error.get("path") + " " + error.at("/extensions/code").asString())
                .containsExactly(
                        "[\"topCustomers\",0,\"user\",\"email\"] access-denied",
                        "[\"topCustomers\",1,\"user\",\"email\"] access-denied");
        assertThat(RunningQuickstart.statements()).isEqualTo(3);
    }

    @Test
    void customer_withoutItsId_isRefusedBeforeTheActionRuns() throws Exception {
        JsonNode answer = RunningQuickstart.ask(
                new ReadyQuery(ready("query AsCustomer").query(), Map.of("x-role", "customer"), true));

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("session-variable-missing");
        assertThat(RunningQuickstart.statements()).isZero();
    }

    @Test
    void all_pagesTabs_createUserFirst() {
        List<ReadyQuery> queries = ReadyQueries.all();

        assertThat(queries).hasSize(10);
        assertThat(queries.get(0).query()).contains("createUser(name: \"Hodor\")");
    }

    private static JsonNode pageOfFirstCustomer(String query) throws Exception {
        return RunningQuickstart.ask(query).at("/data/topCustomers/0/user/orders_connection");
    }

    private static List<String> totals(JsonNode page) {
        return page.get("edges").values().stream()
                .map(edge -> edge.at("/node/total").toString())
                .toList();
    }

    private static ReadyQuery ready(String operation) {
        List<ReadyQuery> found = ReadyQueries.all().stream()
                .filter(ready -> ready.query().contains(operation + " {"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
