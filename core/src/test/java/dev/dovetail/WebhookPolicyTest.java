package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.CallPolicy;
import dev.dovetail.webhook.Webhook;
import dev.dovetail.webhook.WebhookException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retries, circuit breakers and limits around webhooks, with the library that their shape is made for. */
final class WebhookPolicyTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void query_isTriedAgainUntilItAnswers() {
        try (RestService rest = answeringFrom(3, 200, "\"there\"")) {
            Service service = service(rest, webhook -> webhook.queryPolicy(retry(5)));

            assertThat(service.data("{ ask }")).isEqualTo(Map.of("ask", "there"));
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void query_thatNeverAnswers_failsOnce_afterAllAttempts() {
        try (Logged logged = new Logged();
                RestService rest = answeringFrom(100, 200, "")) {
            Service service = service(rest, webhook -> webhook.queryPolicy(retry(3)));

            assertThat(Service.errors(service.execute("{ ask }")))
                    .containsExactly("[ask] webhook-failed: internal error");
            assertThat(calls).hasValue(3);
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void mutation_isNotTriedAgain() {
        try (Logged logged = new Logged();
                RestService rest = answeringFrom(2, 200, "\"there\"")) {
            Service service = service(rest, webhook -> webhook.queryPolicy(retry(5)));

            assertThat(Service.errors(service.execute("mutation { act }")))
                    .containsExactly("[act] webhook-failed: internal error");
            assertThat(calls).hasValue(1);
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void refusal_isAnAnswer_andNotTriedAgain() {
        try (RestService rest = answeringFrom(1, 409, "{\"message\": \"Taken\"}")) {
            Service service = service(rest, webhook -> webhook.queryPolicy(retry(5)));

            assertThat(Service.errors(service.execute("{ ask }"))).containsExactly("[ask] action-rejected: Taken");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void circuitBreaker_thatIsOpen_sparesTheService() {
        CircuitBreaker breaker = CircuitBreaker.of(
                "users",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .recordExceptions(WebhookException.class)
                        .build());
        try (Logged logged = new Logged();
                RestService rest = answeringFrom(100, 200, "")) {
            Service service = service(rest, webhook -> webhook.policy(breaker::executeCompletionStage));
            for (int i = 0; i < 10; i++) {
                service.execute("{ ask }");
            }

            assertThat(calls).hasValue(4);
            assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
            assertThat(Service.errors(service.execute("mutation { act }")))
                    .containsExactly("[act] webhook-failed: http exception when calling webhook");
            assertThat(logged.lines()).hasSize(11);
        }
    }

    @Test
    void policy_thatThrows_isACodedError() {
        try (Logged logged = new Logged();
                RestService rest = answeringFrom(1, 200, "\"there\"")) {
            Service service = service(
                    rest,
                    webhook -> webhook.policy(new CallPolicy() {
                        @Override
                        public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt) {
                            return CompletableFuture.failedFuture(new IllegalStateException("secret"));
                        }
                    }));

            assertThat(Service.errors(service.execute("{ ask }")))
                    .containsExactly("[ask] webhook-failed: http exception when calling webhook");
            assertThat(logged.lines()).containsExactly("ERROR Action ask: the webhook was not called");
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void limit_makesCallsWaitInLine_andLosesNone() {
        CallPolicy limit = CallPolicy.atMost(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                results.add(CompletableFuture.supplyAsync(
                                () -> limit.call(() -> CompletableFuture.supplyAsync(
                                        () -> {
                                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                            now.decrementAndGet();
                                            return number % 7 == 0 ? failing() : number;
                                        },
                                        threads)),
                                threads)
                        .thenCompose(stage -> stage)
                        .exceptionally(error -> -1));
            }
            assertThat(results.stream().map(CompletableFuture::join))
                    .containsExactlyElementsOf(IntStream.range(0, 1000)
                            .mapToObj(i -> i % 7 == 0 ? -1 : i)
                            .toList());
            assertThat(most.get()).isBetween(1, 3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void limit_ofNoCalls_isRefused() {
        assertThatThrownBy(() -> CallPolicy.atMost(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Integer failing() {
        throw new IllegalStateException();
    }

    private CallPolicy retry(int attempts) {
        Retry retry = Retry.of(
                "users",
                RetryConfig.custom()
                        .maxAttempts(attempts)
                        .retryExceptions(WebhookException.class)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(5), 2))
                        .build());
        return new CallPolicy() {
            @Override
            public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt) {
                return retry.executeCompletionStage(scheduler, attempt);
            }
        };
    }

    private RestService answeringFrom(int call, int status, String body) {
        return RestService.handledBy(exchange -> {
            boolean ready = calls.incrementAndGet() >= call;
            RestService.answer(exchange, ready ? status : 503, ready ? body : "");
        });
    }

    private static Service service(RestService rest, UnaryOperator<Webhook.Builder> with) {
        Webhook webhook = with.apply(Webhook.post(rest.uri())).build();
        return Service.of(
                Dovetail.builder()
                        .action(ActionDefinition.query("ask")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .action(ActionDefinition.mutation("act")
                                .returns("String")
                                .handler(webhook)
                                .build())
                        .build(),
                "type Query { version: String }");
    }
}
