package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Webhooks that speak another protocol, by way of functions of the host's. */
final class WebhookTransformTest {

    @Test
    void request_canHaveAnotherBodyAndAddress() {
        try (RestService rest = RestService.answering(200, "\"ok\"")) {
            run(
                    rest,
                    webhook -> webhook.transformRequest((request, call) -> request.withUri(URI.create(
                                    rest.uri() + "/users?role=" + call.session().role()))
                            .withMethod("PUT")
                            .withHeader("x-one", "1")
                            .withoutHeader("ACCEPT")
                            .withJson(Map.of("name", call.argument("name")))));

            assertThat(rest.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("PUT");
                assertThat(request.path()).isEqualTo("/action/users");
                assertThat(request.body()).isEqualTo("{\"name\":\"Hodor & Co\"}");
                assertThat(request.headers().get("X-one")).containsExactly("1");
                assertThat(request.headers()).doesNotContainKey("Accept");
                assertThat(request.headers().get("Content-Type")).containsExactly("application/json");
            });
        }
    }

    @Test
    void request_canBeAForm_orAnyBytes_orWithoutABody() {
        try (RestService rest = RestService.answering(200, "\"ok\"")) {
            run(
                    rest,
                    webhook -> webhook.transformRequest(
                            (request, call) -> request.withForm(Map.of("the name", call.argument("name")))));
            run(
                    rest,
                    webhook -> webhook.transformRequest((request, call) ->
                            request.withBody("text/plain", "<hi>".getBytes(StandardCharsets.UTF_8))));
            run(
                    rest,
                    webhook -> webhook.transformRequest(
                            (request, call) -> request.withMethod("GET").withoutBody()));

            assertThat(rest.requests().stream().map(RestService.Request::body))
                    .containsExactly("the+name=Hodor+%26+Co", "<hi>", "");
            assertThat(rest.requests().stream().map(request -> request.headers().getFirst("Content-Type")))
                    .containsExactly("application/x-www-form-urlencoded", "text/plain", null);
        }
    }

    @Test
    void response_ofAnyStatus_canBecomeAnother() {
        try (RestService rest = RestService.answering(500, "{\"fault\": {\"text\": \"Taken\"}}")) {
            assertThat(Service.errors(run(
                            rest,
                            webhook -> webhook.transformResponse((response, call) -> {
                                Map<?, ?> fault = (Map<?, ?>) ((Map<?, ?>) response.json()).get("fault");
                                return response.withStatus(400).withJson(Map.of("message", fault.get("text")));
                            }))))
                    .containsExactly("[act] action-rejected: Taken");
        }
    }

    @Test
    void requestsTransform_thatThrows_isACodedError_andNothingIsSent() {
        try (Logged logged = new Logged();
                RestService rest = RestService.answering(200, "\"ok\"")) {
            assertThat(Service.errors(run(
                            rest,
                            webhook -> webhook.transformRequest((request, call) -> {
                                throw new IllegalStateException("secret");
                            }))))
                    .containsExactly("[act] webhook-transform-failed: Request Transformation Failed");
            assertThat(rest.requests()).isEmpty();
            assertThat(logged.lines())
                    .containsExactly("ERROR Action act: the transform of the webhook's Request failed");
        }
    }

    @Test
    void responsesTransform_thatThrows_isACodedError() {
        try (Logged logged = new Logged();
                RestService rest = RestService.answering(200, "<ok>")) {
            assertThat(Service.errors(run(
                            rest,
                            webhook ->
                                    webhook.transformResponse((response, call) -> response.withJson(response.json())))))
                    .containsExactly("[act] webhook-transform-failed: Response Transformation Failed");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void requestThatCannotBeSent_isACodedError() {
        try (Logged logged = new Logged();
                RestService rest = RestService.answering(200, "\"ok\"")) {
            assertThat(Service.errors(run(
                            rest,
                            webhook -> webhook.transformRequest(
                                    (request, call) -> request.withHeader("Host", "elsewhere")))))
                    .containsExactly("[act] webhook-failed: http exception when calling webhook");
            assertThat(rest.requests()).isEmpty();
            assertThat(logged.lines())
                    .containsExactly("ERROR Action act: the webhook failed: its request cannot be sent");
        }
    }

    private static graphql.ExecutionResult run(RestService rest, UnaryOperator<Webhook.Builder> with) {
        Dovetail dovetail = Dovetail.builder()
                .session(environment -> dev.dovetail.session.Session.of("user", Map.of()))
                .action(ActionDefinition.mutation("act")
                        .argument("name", "String!")
                        .returns("String")
                        .handler(with.apply(Webhook.post(rest.uri())).build())
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }").execute("mutation { act(name: \"Hodor & Co\") }");
    }
}
