package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.quickstart.web.ReadyQueries;
import java.util.List;
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

        assertThat(answer.toString())
                .isEqualTo("{\"data\":{\"topCustomers\":["
                        + "{\"user\":{\"name\":\"Edmure Dayne\","
                        + "\"auth0_profile\":{\"provider\":\"auth0\",\"account\":\"edmure-dayne\"}}},"
                        + "{\"user\":{\"name\":\"Bran Cassel\","
                        + "\"auth0_profile\":{\"provider\":\"auth0\",\"account\":\"bran-cassel\"}}}]}}");
        assertThat(RunningQuickstart.statements()).isEqualTo(2);
        assertThat(RunningQuickstart.SERVICES.userService().profileRequests()).isEqualTo(calls + 1);
    }

    @Test
    void all_pagesTabs_createUserFirst() {
        List<String> queries = ReadyQueries.all();

        assertThat(queries).hasSize(3);
        assertThat(queries.get(0)).contains("createUser(name: \"Hodor\")");
    }

    private static String ready(String operation) {
        List<String> found = ReadyQueries.all().stream()
                .filter(query -> query.contains(operation + " {"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
