package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.webhook.Webhook;
import graphql.ExecutionInput;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is sent. */
final class WebhookRequestTest {

    private static final String TYPES = "input Item { product: String! count: Int = 1 } enum Size { SMALL LARGE }";

    @Test
    void payload_isThatOfHasurasActions() {
        assertThat(payload(
                        "mutation($n: String) { order(items: [{product: \"pen\"}], note: $n) }",
                        Session.of("user", Map.of("x-hasura-user-id", "7")),
                        input -> {
                            Map<String, Object> variables = new java.util.HashMap<>();
                            variables.put("n", null);
                            input.variables(variables);
                        }))
                .isEqualTo(JsonMapper.shared().readTree("""
                                {
                                  "action": {"name": "order"},
                                  "input": {"items": [{"product": "pen", "count": 1}], "note": null},
                                  "session_variables": {"x-hasura-role": "user", "x-hasura-user-id": "7"},
                                  "request_query": "mutation ($n: String) {\\n  order(items: [{product : \\"pen\\"}], note: $n)\\n}\\n"
                                }
                                """));
    }

    @Test
    void payload_ofScalars_isWhatTheClientWrote() {
        assertThat(payload("""
                                mutation {
                                  order(
                                    user: "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11"
                                    size: LARGE
                                    at: "2026-01-31T12:00:00.000Z"
                                    total: 12345678901234567890.10
                                  )
                                }
                                """, Session.ANONYMOUS, input -> {}).get("input").toString())
                .isEqualTo("{\"user\":\"7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11\",\"size\":\"LARGE\","
                        + "\"at\":\"2026-01-31T12:00:00Z\",\"total\":12345678901234567890.10}");
    }

    @Test
    void payload_ofAnAnonymousCallerWithoutArguments_hasEmptyObjects() {
        assertThat(payload("mutation { order }", Session.ANONYMOUS, input -> {}))
                .isEqualTo(JsonMapper.shared().readTree("""
                                {"action": {"name": "order"}, "input": {}, "session_variables": {},
                                 "request_query": "mutation {\\n  order\\n}\\n"}
                                """));
    }

    @Test
    void headers_areJsonAndThoseOfTheHost() {
        try (RestService rest = RestService.answering(200, "\"ok\"")) {
            service(Webhook.post(rest.uri()).header("X-Secret", "s3cret").build(), Session.ANONYMOUS)
                    .data("mutation { order }");

            assertThat(rest.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/action");
                assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
                assertThat(request.headers().getFirst("Accept")).isEqualTo("application/json");
                assertThat(request.headers().get("X-Secret")).containsExactly("s3cret");
                assertThat(request.headers()).doesNotContainKey("Upgrade");
            });
        }
    }

    @Test
    void webhook_thatCouldNeverBeCalled_isRefusedWhenItIsBuilt() {
        URI good = URI.create("http://localhost/");

        assertThatThrownBy(() -> Webhook.post(URI.create("ftp://localhost/")).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Webhook.post(URI.create("/createUser")).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Webhook.post(good).header("Content-Length", "1").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Webhook.post(good).header("X-Secret", "a\nb").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Webhook.post(good).timeout(Duration.ZERO).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static tools.jackson.databind.JsonNode payload(
            String query, Session session, Consumer<ExecutionInput.Builder> more) {
        try (RestService rest = RestService.answering(200, "\"ok\"")) {
            assertThat(service(Webhook.post(rest.uri()).build(), session)
                            .execute(query, more)
                            .getErrors())
                    .isEmpty();
            assertThat(rest.requests()).hasSize(1);
            return JsonMapper.builder()
                    .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(rest.requests().get(0).body());
        }
    }

    private static Service service(Webhook webhook, Session session) {
        return Service.of(
                Dovetail.builder()
                        .session(context -> session)
                        .types(TYPES)
                        .action(ActionDefinition.mutation("order")
                                .argument("user", "UUID")
                                .argument("items", "[Item!]")
                                .argument("size", "Size")
                                .argument("at", "DateTime")
                                .argument("total", "BigDecimal")
                                .argument("note", "String")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .build(),
                "type Query { version: String }");
    }
}
