package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What visitors may ask besides the ready queries. */
final class ShopTest {

    @Test
    void relationships_allOfThem_oneStatementEach() throws Exception {
        JsonNode answer = RunningQuickstart.ask(
                "{ topCustomers(limit: 20) { userId user { id orders { id user { id } items { product quantity price } } } } }");

        assertThat(answer.has("errors")).isFalse();
        JsonNode customers = answer.at("/data/topCustomers");
        assertThat(customers.size()).isEqualTo(20);
        for (JsonNode customer : customers) {
            String userId = customer.get("userId").asString();
            assertThat(customer.at("/user/id").asString()).isEqualTo(userId);
            assertThat(customer.at("/user/orders").values())
                    .isNotEmpty()
                    .allSatisfy(
                            order -> assertThat(order.at("/user/id").asString()).isEqualTo(userId))
                    .allSatisfy(order -> assertThat(order.get("items").size()).isBetween(1, 3));
        }
        assertThat(RunningQuickstart.statements()).isEqualTo(5);
    }

    @Test
    void orders_ofOneUser_oldestFirstAndTotalsFollowFromItems() throws Exception {
        JsonNode answer = RunningQuickstart.ask(
                "{ topCustomers(limit: 1) { user { orders { created_at total items { quantity price } } } } }");

        List<String> dates = new ArrayList<>();
        for (JsonNode order : answer.at("/data/topCustomers/0/user/orders")) {
            dates.add(order.get("created_at").asString());
            assertThat(order.get("items").values().stream()
                            .map(ShopTest::cost)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(order.get("total").decimalValue());
        }
        assertThat(dates).hasSize(5).isSorted();
    }

    @Test
    void createUser_emptyName_serviceRefusalBecomesError() throws Exception {
        JsonNode answer = RunningQuickstart.ask("mutation { createUser(name: \"  \") { id user { name } } }");

        assertThat(answer.at("/data/createUser").isNull()).isTrue();
        assertThat(answer.get("errors").size()).isEqualTo(1);
        JsonNode error = answer.at("/errors/0");
        assertThat(error.get("message").asString()).isEqualTo("A user needs a name");
        assertThat(error.get("path").toString()).isEqualTo("[\"createUser\"]");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("name-missing");
        assertThat(error.at("/extensions/field").asString()).isEqualTo("name");
        assertThat(RunningQuickstart.statements()).isZero();
    }

    @Test
    void topCustomers_limitOutOfRange_refusedWithoutStatement() throws Exception {
        JsonNode answer = RunningQuickstart.ask("{ topCustomers(limit: 0) { rank } }");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("limit-out-of-range");
        assertThat(RunningQuickstart.statements()).isZero();
    }

    @Test
    void schema_usersTable_hasCommentsAndOnlyNamedColumns() throws Exception {
        JsonNode answer =
                RunningQuickstart.ask("{ shop __type(name: \"User\") { description fields { name description } } }");

        assertThat(answer.at("/data/shop").asString()).isEqualTo("The Dovetail Shop");
        JsonNode type = answer.at("/data/__type");
        assertThat(type.get("description").asString()).isEqualTo("Somebody who buys in the shop.");
        assertThat(type.at("/fields").values())
                .extracting(field -> field.get("name").asString())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "email",
                        "created_at",
                        "auth0_profile",
                        "orders",
                        "orders_aggregate",
                        "orders_connection");
        assertThat(type.at("/fields/1/description").asString()).startsWith("First and last name");
        assertThat(RunningQuickstart.console()).isEmpty();
    }

    @Test
    void variablesAndOperationName_given_used() throws Exception {
        JsonNode answer = RunningQuickstart.ask(Map.of(
                "query", "query A { shop } query B($n: Int!) { topCustomers(limit: $n) { rank } }",
                "variables", Map.of("n", 2),
                "operationName", "B"));

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.get("data").toString()).isEqualTo("{\"topCustomers\":[{\"rank\":1},{\"rank\":2}]}");
        assertThat(RunningQuickstart.statements()).isEqualTo(1);
    }

    private static BigDecimal cost(JsonNode item) {
        return item.get("price").decimalValue().multiply(item.get("quantity").decimalValue());
    }
}
