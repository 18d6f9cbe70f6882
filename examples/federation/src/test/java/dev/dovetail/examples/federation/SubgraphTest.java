package dev.dovetail.examples.federation;

import static dev.dovetail.examples.federation.RunningSubgraph.SUPPORT;
import static dev.dovetail.examples.federation.RunningSubgraph.codes;
import static dev.dovetail.examples.federation.RunningSubgraph.entities;
import static dev.dovetail.examples.federation.RunningSubgraph.statements;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The subgraph as a router sees it: over HTTP, with a real PostgreSQL behind it. */
final class SubgraphTest {

    private static final List<String> CUSTOMER = List.of("x-role", "customer", "x-user-id", "8");

    @Test
    void sdl_hasTheKeysAndTheRows() throws Exception {
        JsonNode answer = RunningSubgraph.ask("{ _service { sdl } }", Map.of(), List.of());

        assertThat(answer.at("/data/_service/sdl").asString())
                .containsSubsequence(
                        "@link(import : [\"@key\"], url : \"https://specs.apollo.dev/federation/v2.9\")",
                        "type Caller {",
                        "user: User",
                        "type Courier @key(fields : \"code\", resolvable : true) {",
                        "type Order @key(fields : \"id\", resolvable : true) {",
                        "buyer: User",
                        "type Product @key(fields : \"sku\", resolvable : true) {",
                        "orders",
                        "type User @key(fields : \"id\", resolvable : true) @key(fields : \"email\", resolvable : true) {",
                        "name: String!");
    }

    @Test
    void thousandRepresentations_takeOneStatement() throws Exception {
        List<Map<String, Object>> representations = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> Map.<String, Object>of("__typename", "User", "id", i))
                .toList();

        JsonNode answer = entities(representations, "... on User { id name }", SUPPORT);

        assertThat(codes(answer)).isEmpty();
        assertThat(statements()).hasSize(1).noneMatch(sql -> sql.contains("email"));
        assertThat(answer.at("/data/_entities")).hasSize(1000);
        assertThat(answer.at("/data/_entities/699/name").asString()).isEqualTo("User 700");
    }

    @Test
    void entitiesOfAllKinds_areInTheirPlaces() throws Exception {
        JsonNode answer = entities(
                List.of(
                        Map.of("__typename", "Courier", "code", "bike"),
                        Map.of("__typename", "User", "email", "user8@example.com"),
                        Map.of("__typename", "Product", "sku", "sku-1"),
                        Map.of("__typename", "Order", "id", 1),
                        Map.of("__typename", "Courier", "code", "none")),
                "... on Courier { name } ... on User { name orders { id } } "
                        + "... on Product { product: sku first: orders(limit: 2) { buyer { name } } } ... on Order { sku total }",
                SUPPORT);

        assertThat(codes(answer)).isEmpty();
        assertThat(answer.at("/data/_entities")).isEqualTo(JsonMapper.shared().readTree("""
                [
                  {"__typename": "Courier", "name": "Bicycle"},
                  {"__typename": "User", "name": "User 8", "orders": [{"id": 1}, {"id": 1001}, {"id": 2001}]},
                  {"__typename": "Product", "product": "sku-1",
                   "first": [{"buyer": {"name": "User 8"}}, {"buyer": {"name": "User 708"}}]},
                  {"__typename": "Order", "sku": "sku-1", "total": 0.37},
                  null
                ]"""));
    }

    @Test
    void customer_getsOwnRowsAlone() throws Exception {
        JsonNode answer = entities(
                List.of(
                        Map.of("__typename", "User", "id", 7),
                        Map.of("__typename", "User", "id", 8),
                        Map.of("__typename", "Order", "id", 1),
                        Map.of("__typename", "Order", "id", 2),
                        Map.of("__typename", "User", "email", "user8@example.com")),
                "... on User { name } ... on Order { sku }",
                CUSTOMER);

        assertThat(answer.at("/data/_entities").toString())
                .isEqualTo("[null,{\"__typename\":\"User\",\"name\":\"User 8\"},"
                        + "{\"__typename\":\"Order\",\"sku\":\"sku-1\"},null,null]");
        assertThat(codes(answer)).containsExactly("[\"_entities\",4] access-denied");
    }

    @Test
    void nobodyInParticular_isRefused() throws Exception {
        JsonNode answer = entities(List.of(Map.of("__typename", "User", "id", 7)), "... on User { name }", List.of());

        assertThat(codes(answer)).containsExactly("[\"_entities\",0] access-denied");
        assertThat(statements()).isEmpty();
    }

    @Test
    void wrongRepresentations_failAlone() throws Exception {
        JsonNode answer = entities(
                List.of(
                        Map.of("__typename", "User", "id", "x"),
                        Map.of("__typename", "Planet", "id", 1),
                        Map.of("id", 1),
                        Map.of("__typename", "User", "id", 1)),
                "... on User { name }",
                SUPPORT);

        assertThat(codes(answer))
                .containsExactly(
                        "[\"_entities\",0] join-key-invalid",
                        "[\"_entities\",1] representation-invalid",
                        "[\"_entities\",2] representation-invalid");
        assertThat(answer.at("/data/_entities/3/name").asString()).isEqualTo("User 1");
    }

    @Test
    void action_isJoinedAsInAnyService() throws Exception {
        JsonNode answer = RunningSubgraph.ask("{ me { user { name orders { id } } } }", Map.of(), CUSTOMER);

        assertThat(answer.at("/data/me/user").toString())
                .isEqualTo("{\"name\":\"User 8\",\"orders\":[{\"id\":1},{\"id\":1001},{\"id\":2001}]}");
    }
}
