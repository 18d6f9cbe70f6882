package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Query actions that answer later run side by side; mutations wait for each other. */
final class ActionOrderTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** None of the services answers before all three were called. */
    @Test
    void queries_runSideBySide() {
        CyclicBarrier all = new CyclicBarrier(3);
        try (RestService rest = RestService.handledBy(exchange -> {
            await(all);
            RestService.answer(exchange, 200, "\"ok\"");
        })) {
            assertThat(service(rest).data("{ a: ask b: ask c: ask }"))
                    .isEqualTo(Map.of("a", "ok", "b", "ok", "c", "ok"));
        }
    }

    @Test
    void mutations_runOneAfterTheOther() {
        try (RestService rest = RestService.answering(body -> {
            seen.add("begin " + body.replaceAll(".*\"n\":(\\d).*", "$1"));
            Thread.yield();
            seen.add("end");
            return "\"ok\"";
        })) {
            assertThat(service(rest)
                            .execute("mutation { a: act(n: 1) b: act(n: 2) c: act(n: 3) }")
                            .getErrors())
                    .isEmpty();
        }
        assertThat(seen).containsExactly("begin 1", "end", "begin 2", "end", "begin 3", "end");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("The calls do not run side by side", e);
        }
    }

    private static Service service(RestService rest) {
        Webhook webhook = Webhook.post(rest.uri()).build();
        return Service.of(
                Dovetail.builder()
                        .action(ActionDefinition.query("ask")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .action(ActionDefinition.mutation("act")
                                .argument("n", "Int")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .build(),
                "type Query { version: String }");
    }
}
