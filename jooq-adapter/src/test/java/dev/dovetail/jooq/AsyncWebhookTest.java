package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.RestService;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An asynchronous action whose handler is a webhook. */
final class AsyncWebhookTest {

    private static final AsyncPolicy POLICY = AsyncPolicy.builder()
            .backOff(Duration.ofMillis(20), Duration.ofMillis(20))
            .storeHeaders(context -> Map.of("X-Trace", List.of("7"), "X-Hasura-Role", List.of("admin")))
            .build();

    @Test
    void service_getsThePayload_andTheSameKeyAtEachAttempt() {
        AtomicInteger attempts = new AtomicInteger();
        try (RestService rest = RestService.handledBy(exchange -> RestService.answer(
                        exchange, attempts.incrementAndGet() < 3 ? 503 : 200, "{\"user_id\":2,\"total\":1.10}"));
                AsyncShop shop = new AsyncShop(
                        POLICY,
                        Webhook.post(rest.uri())
                                .forwardClientHeaders(context -> Map.of("X-Never", List.of("1")))
                                .build())) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("errors=null", "user_id=2, total=1.10", "user={name=Bob}");
            assertThat(rest.requests()).hasSize(3).allSatisfy(request -> {
                assertThat(request.headers().get("Idempotency-Key")).containsExactly(id);
                assertThat(request.headers().get("X-Trace")).containsExactly("7");
                assertThat(request.headers()).doesNotContainKeys("X-hasura-role", "X-never");
                assertThat(request.body())
                        .isEqualTo(
                                "{\"action\":{\"name\":\"buy\"},\"input\":{\"article\":\"tea\"},"
                                        + "\"session_variables\":{\"x-hasura-role\":\"user\",\"id\":1},\"request_query\":null}");
            });
        }
    }

    @Test
    void service_getsNoStoredHeader_unlessItForwardsThem() {
        try (RestService rest = RestService.answering(200, "{\"user_id\":2}");
                AsyncShop shop = new AsyncShop(POLICY, Webhook.post(rest.uri()).build())) {
            String id = shop.buy();
            shop.work();
            shop.end(id);

            assertThat(rest.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("X-trace"));
        }
    }

    @Test
    void service_refuses_andIsNotAskedAgain() {
        try (RestService rest = RestService.answering(400, "{\"message\":\"Sold out\",\"code\":\"sold-out\"}");
                AsyncShop shop = new AsyncShop(POLICY, Webhook.post(rest.uri()).build())) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id))
                    .isEqualTo("{errors=[{message=Sold out, extensions={code=sold-out}}], output=null}");
            assertThat(rest.requests()).hasSize(1);
        }
    }
}
