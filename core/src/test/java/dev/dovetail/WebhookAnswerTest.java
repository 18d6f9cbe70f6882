package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import graphql.ExecutionResult;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a webhook's answer, good or bad. */
final class WebhookAnswerTest {

    private static final String FAILED = "[action] webhook-failed: internal error";
    private static final String UNREACHABLE = "[action] webhook-failed: http exception when calling webhook";
    private static final String LATE = "[action] webhook-timeout: http exception when calling webhook";
    private static final String INVALID = "[action] webhook-answer-invalid: not a valid json response from webhook";

    @Test
    void success_withAnObject_isTheActionsResult() {
        assertThat(data("Output", 200, "{\"id\": \"7\", \"more\": [{\"id\": null}, null], \"extra\": 1}"))
                .isEqualTo(Map.of("id", "7", "more", Arrays.asList(nullId(), null)));
        assertThat(data("Output", 201, "{\"id\": \"7\", \"more\": []}"))
                .isEqualTo(Map.of("id", "7", "more", List.of()));
    }

    @Test
    void success_withAListScalarOrNull_isTheActionsResult() {
        assertThat(data("[Output]", 200, "[{\"id\": \"7\", \"more\": []}, null]"))
                .isEqualTo(Arrays.asList(Map.of("id", "7", "more", List.of()), null));
        assertThat(data("Int", 200, "7")).isEqualTo(7);
        assertThat(data("String", 200, " \"x\" \n")).isEqualTo("x");
        assertThat(data("Output", 200, "null")).isNull();
    }

    @Test
    void success_withBigNumbers_keepsEveryDigit() {
        assertThat(data("BigDecimal", 200, "12345678901234567890.123456789012345678901234567890"))
                .isEqualTo(new BigDecimal("12345678901234567890.123456789012345678901234567890"));
        assertThat(data("Long", 200, "9007199254740993")).isEqualTo(9007199254740993L);
    }

    @Test
    void refusal_withMessageAndExtensions_isGivenToTheClient() {
        ExecutionResult result = execute(
                "Output", 422, "{\"message\": \"100% taken\", \"extensions\": {\"code\": \"taken\", \"n\": null}}");

        assertThat(Service.errors(result)).containsExactly("[action] taken: 100% taken");
        assertThat(result.getErrors().get(0).getExtensions()).containsKey("n").hasSize(2);
    }

    @Test
    void refusal_withACode_orMessageOnly_hasTheCode() {
        assertThat(errors(400, "{\"message\": \"Taken\", \"code\": \"name-taken\"}"))
                .containsExactly("[action] name-taken: Taken");
        assertThat(errors(499, "{\"message\": \"Taken\"}")).containsExactly("[action] action-rejected: Taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "{\"errors\": [%s], \"message\": \"unused\"}"})
    void refusal_withAList_isAnErrorEach(String body) {
        String errors = "{\"message\": \"No name\"}, {\"message\": \"No age\", \"extensions\": {\"code\": \"age\"}}";

        assertThat(errors(422, body.formatted(errors)))
                .containsExactly("[action] action-rejected: No name", "[action] age: No age");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"message\": \"x\"}, 7]",
                "{\"errors\": []}",
                "{}",
                "{\"message\": 7}",
                "\"no\"",
                "null",
                "[]",
                "Not found",
                ""
            })
    void refusal_withoutMessage_isInvalid(String body) {
        try (Logged logged = new Logged()) {
            assertThat(errors(404, body)).containsExactly(INVALID);
            assertThat(logged.lines()).singleElement().asString().contains("404");
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "301", "302", "307", "304"})
    void otherStatus_isAFailureThatTellsNothing(int status) {
        try (RestService rest = RestService.handledBy(exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    RestService.answer(exchange, status, status == 304 ? "" : "{\"message\": \"secret\"}");
                });
                Logged logged = new Logged()) {
            assertThat(Service.errors(
                            service("Output", Webhook.post(rest.uri())).execute("{ action { id } }")))
                    .containsExactly(FAILED);
            assertThat(rest.requests()).hasSize(1);
            assertThat(logged.lines())
                    .containsExactly("ERROR Action action: the webhook failed: it answered with status " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"id\": 7} trailing", "{\"id\": 7}{}", "{\"id\":", "", "NaN", "{'id': 7}"})
    void success_thatIsNotJson_isInvalid(String body) {
        try (Logged logged = new Logged()) {
            assertThat(errors(200, body)).containsExactly(INVALID);
            assertThat(logged.lines())
                    .containsExactly("ERROR Action action: the webhook's answer of status 200 is not JSON");
        }
    }

    @Test
    void nobodyListening_isAFailure() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Logged logged = new Logged()) {
            assertThat(Service.errors(service("Output", Webhook.post(URI.create("http://localhost:" + port)))
                            .execute("{ action { id } }")))
                    .containsExactly(UNREACHABLE);
            assertThat(logged.lines())
                    .containsExactly("ERROR Action action: the webhook failed: it could not be called");
        }
    }

    @Test
    void connectionDroppedInTheBody_isAFailure() {
        try (RestService rest = RestService.handledBy(exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    throw new IllegalStateException("the service dies");
                });
                Logged logged = new Logged()) {
            assertThat(Service.errors(
                            service("Output", Webhook.post(rest.uri())).execute("{ action { id } }")))
                    .containsExactly(UNREACHABLE);
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void lateHeaders_areATimeout() {
        CountDownLatch answered = new CountDownLatch(1);
        try (RestService rest = RestService.handledBy(exchange -> await(answered));
                Logged logged = new Logged()) {
            assertThat(Service.errors(service("Output", Webhook.post(rest.uri()).timeout(Duration.ofMillis(200)))
                            .execute("{ action { id } }")))
                    .containsExactly(LATE);
            assertThat(logged.lines())
                    .containsExactly("ERROR Action action: the webhook failed: it gave no answer within PT0.2S");
            answered.countDown();
        }
    }

    @Test
    void tricklingBody_isATimeoutAndTheConnectionIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RestService rest = RestService.handledBy(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream body = exchange.getResponseBody();
                    try {
                        // The pause makes the body slow; the loop ends when the client hangs up.
                        while (!closed.await(10, TimeUnit.MILLISECONDS)) {
                            body.write(' ');
                            body.flush();
                        }
                    } catch (java.io.IOException e) {
                        closed.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                Logged logged = new Logged()) {
            assertThat(Service.errors(service("Output", Webhook.post(rest.uri()).timeout(Duration.ofMillis(300)))
                            .execute("{ action { id } }")))
                    .containsExactly(LATE);
            assertThat(logged.lines()).hasSize(1);
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Map<String, Object> nullId() {
        Map<String, Object> output = new java.util.HashMap<>();
        output.put("id", null);
        return output;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> errors(int status, String body) {
        return Service.errors(execute("Output", status, body));
    }

    private static Object data(String returns, int status, String body) {
        ExecutionResult result = execute(returns, status, body);
        assertThat(result.getErrors()).isEmpty();
        Map<String, Object> data = result.getData();
        return data.get("action");
    }

    private static ExecutionResult execute(String returns, int status, String body) {
        try (RestService rest = RestService.answering(status, body)) {
            boolean object = returns.contains("Output");
            return service(returns, Webhook.post(rest.uri()))
                    .execute(object ? "{ action { id more { id } } }" : "{ action }");
        }
    }

    private static Service service(String returns, Webhook.Builder webhook) {
        return Service.of(
                Dovetail.builder()
                        .types("type Output { id: ID more: [Output] }")
                        .action(ActionDefinition.query("action")
                                .returns(returns)
                                .handler(webhook.build())
                                .build())
                        .build(),
                "type Query { version: String }");
    }
}
