package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The thread that goes on with a request after a webhook's answer may wait for a database: it is nobody else's. */
final class WebhookThreadsTest {

    @Test
    void answer_goesOnOnAThreadOfDovetails() {
        try (RestService rest = late()) {
            assertThat(threads(rest.uri(), webhook -> webhook))
                    .hasSize(1)
                    .allSatisfy(name -> assertThat(name).startsWith("dovetail-webhook-"));
        }
    }

    @Test
    void timeout_goesOnOnAThreadOfDovetails() {
        CountDownLatch done = new CountDownLatch(1);
        try (Logged logged = new Logged();
                RestService rest = RestService.handledBy(exchange -> {
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })) {
            assertThat(threads(rest.uri(), webhook -> webhook.timeout(Duration.ofMillis(200))))
                    .hasSize(1)
                    .allSatisfy(name -> assertThat(name).startsWith("dovetail-webhook-"));
            done.countDown();
        }
    }

    @Test
    void answer_withTheHostsExecutor_goesOnThere() {
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "the-hosts"));
        try (RestService rest = late()) {
            assertThat(threads(rest.uri(), webhook -> webhook.executor(own))).containsExactly("the-hosts");
        } finally {
            own.shutdown();
        }
    }

    /** Answers only after the request's own thread has returned from the call. */
    private RestService late() {
        return RestService.handledBy(exchange -> {
            try {
                called.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            RestService.answer(exchange, 200, "\"ok\"");
        });
    }

    private final CountDownLatch called = new CountDownLatch(1);

    /** The names of the threads that complete the action's field. */
    private List<String> threads(URI uri, UnaryOperator<Webhook.Builder> with) {
        List<String> names = new CopyOnWriteArrayList<>();
        Webhook webhook = with.apply(Webhook.post(uri)).build();
        Dovetail dovetail = Dovetail.builder()
                .action(ActionDefinition.query("action")
                        .returns("String")
                        .handler(call -> {
                            CompletionStage<?> answer = webhook.handle(call)
                                    .whenComplete((value, error) ->
                                            names.add(Thread.currentThread().getName()));
                            called.countDown();
                            return answer;
                        })
                        .build())
                .build();
        Service.of(dovetail, "type Query { version: String }").execute("{ action }");
        return names;
    }
}
