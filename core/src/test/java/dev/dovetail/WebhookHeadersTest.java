package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which headers a webhook is sent, and what becomes of those that it answers with. */
final class WebhookHeadersTest {

    private static final Map<String, List<String>> CLIENT = Map.ofEntries(
            Map.entry("authorization", List.of("Bearer of the client")),
            Map.entry("X-Many", List.of("a", "b")),
            Map.entry("cookie", List.of("s=1")),
            Map.entry("X-Hasura-Role", List.of("admin")),
            Map.entry("x-hasura-user-id", List.of("1")),
            Map.entry("Host", List.of("api.example")),
            Map.entry("user-agent", List.of("browser")),
            Map.entry("Origin", List.of("https://app.example")),
            Map.entry("accept-language", List.of("de")),
            Map.entry("Content-Length", List.of("12345")),
            Map.entry("content-type", List.of("text/plain")),
            Map.entry("Connection", List.of("Upgrade")),
            Map.entry("Transfer-Encoding", List.of("chunked")),
            Map.entry("Upgrade", List.of("websocket")));

    @Test
    void clientHeaders_unlessForwarded_stayBehind() {
        assertThat(sent(webhook -> webhook)).doesNotContainKeys("Authorization", "X-many", "Cookie");
    }

    @Test
    void clientHeaders_thatAreForwarded_areThoseThatHasuraForwards() {
        Headers sent = sent(webhook -> webhook.forwardClientHeaders(context -> context.get("headers")));

        assertThat(sent.get("Authorization")).containsExactly("Bearer of the client");
        assertThat(sent.get("X-Many")).containsExactly("a", "b");
        assertThat(sent.get("Cookie")).containsExactly("s=1");
        assertThat(sent.get("X-Forwarded-Host")).containsExactly("api.example");
        assertThat(sent.get("X-Forwarded-User-Agent")).containsExactly("browser");
        assertThat(sent.get("X-Forwarded-Origin")).containsExactly("https://app.example");
        assertThat(sent.get("Content-Type")).containsExactly("application/json");
        assertThat(sent.getFirst("Host")).startsWith("localhost:");
        assertThat(sent.getFirst("User-Agent")).isNotEqualTo("browser");
        assertThat(sent)
                .doesNotContainKeys(
                        "X-hasura-role", "X-hasura-user-id", "Accept-language", "Origin", "Transfer-Encoding");
    }

    @Test
    void ignoredHeaders_canBeOthers_butNeverThoseOfSessionsAndConnections() {
        Headers sent = sent(webhook -> webhook.forwardClientHeaders(context -> context.get("headers"))
                .ignoredClientHeaders(List.of("COOKIE")));

        assertThat(sent.get("Accept-Language")).containsExactly("de");
        assertThat(sent.get("Content-Type")).containsExactly("text/plain");
        assertThat(sent).doesNotContainKeys("Cookie", "X-hasura-role", "Upgrade", "Transfer-Encoding");
    }

    @Test
    void clientHeader_winsOverAConfiguredOne_unlessTurnedRound() {
        UnaryOperator<Webhook.Builder> both = webhook -> webhook.forwardClientHeaders(context -> context.get("headers"))
                .header("AUTHORIZATION", "of the host")
                .header("Accept", "application/vnd.users+json");

        Headers clientFirst = sent(both);
        assertThat(clientFirst.get("Authorization")).containsExactly("Bearer of the client");
        assertThat(clientFirst.get("Accept")).containsExactly("application/json");
        Headers configuredFirst = sent(webhook -> both.apply(webhook).configuredHeadersFirst());
        assertThat(configuredFirst.get("Authorization")).containsExactly("of the host");
        assertThat(configuredFirst.get("Accept")).containsExactly("application/vnd.users+json");
    }

    @Test
    void configuredHeader_withoutAClientsHeaders_winsOverDovetails() {
        assertThat(sent(webhook -> webhook.header("accept", "*/*")).get("Accept"))
                .containsExactly("*/*");
    }

    @Test
    void header_fromTheEnvironment_isReadWhenTheWebhookIsBuilt() {
        assertThat(sent(webhook -> webhook.headerFromEnvironment("X-Path", "PATH"))
                        .get("X-Path"))
                .containsExactly(System.getenv("PATH"));
        assertThatThrownBy(() -> sent(webhook -> webhook.headerFromEnvironment("X-Key", "DOVETAIL_NO_SUCH_VARIABLE")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Header X-Key: the environment has no variable DOVETAIL_NO_SUCH_VARIABLE; set it");
    }

    @Test
    void answersHeaders_areHandedToTheHost_whateverTheStatus() {
        for (int status : new int[] {200, 422, 500}) {
            try (Logged logged = new Logged();
                    RestService rest = RestService.handledBy(exchange -> {
                        exchange.getResponseHeaders().add("Set-Cookie", "a=1");
                        exchange.getResponseHeaders().add("Set-Cookie", "b=2");
                        RestService.answer(exchange, status, status == 200 ? "\"ok\"" : "{\"message\": \"no\"}");
                    })) {
                Map<String, Object> heard = new java.util.concurrent.ConcurrentHashMap<>();
                Webhook webhook = Webhook.post(rest.uri())
                        .onResponse((response, call) -> call.environment()
                                .getGraphQlContext()
                                .<Map<String, Object>>get("heard")
                                .put("cookies", response.headers().get("set-cookie")))
                        .build();
                service(webhook).execute("{ action }", input -> input.graphQLContext(Map.of("heard", heard)));

                assertThat(heard).containsEntry("cookies", List.of("a=1", "b=2"));
                assertThat(logged.lines()).hasSize(status == 500 ? 1 : 0);
            }
        }
    }

    private static Headers sent(UnaryOperator<Webhook.Builder> with) {
        try (RestService rest = RestService.answering(200, "\"ok\"")) {
            service(with.apply(Webhook.post(rest.uri())).build())
                    .execute("{ action }", input -> input.graphQLContext(Map.of("headers", CLIENT)));
            assertThat(rest.requests()).hasSize(1);
            return rest.requests().get(0).headers();
        }
    }

    private static Service service(Webhook webhook) {
        return Service.of(
                Dovetail.builder()
                        .action(ActionDefinition.query("action")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .build(),
                "type Query { version: String }");
    }
}
