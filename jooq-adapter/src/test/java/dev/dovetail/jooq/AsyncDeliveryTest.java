package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionStatus;
import dev.dovetail.definition.ActionDelivery;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How calls of asynchronous actions are delivered: attempts and leases. */
final class AsyncDeliveryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<String, Object> DONE = Map.of("user_id", 1);
    private static final AsyncPolicy QUICK = AsyncPolicy.builder()
            .attempts(3)
            .backOff(Duration.ofMillis(20), Duration.ofMillis(20))
            .build();
    private final List<ActionDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final ActionHandler noting = call -> {
        deliveries.add(call.delivery());
        return DONE;
    };

    @Test
    void failure_isTriedAgain_withTheSameId() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            if (deliveries.size() < 3) {
                throw new IllegalStateException("secret");
            }
            return DONE;
        })) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).extracting(ActionDelivery::attempt).containsExactly(1, 2, 3);
            assertThat(deliveries).extracting(ActionDelivery::id).containsOnly(UUID.fromString(id));
        }
    }

    @Test
    void lastFailure_leavesADeadLetter_thatTellsNothing() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            throw new IllegalStateException("secret");
        })) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id))
                    .isEqualTo("{errors=[{message=Action buy failed, extensions={code=action-failed}}], output=null}");
            assertThat(deliveries).hasSize(3);
            assertThat(shop.column(id, "status")).isEqualTo("failed");
            assertThat(shop.column(id, "arguments->>'article'")).isEqualTo("tea");
        }
    }

    @Test
    void error_ofTheMachine_freesTheSlot() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            if (call.delivery().attempt() == 1) {
                throw new StackOverflowError();
            }
            return DONE;
        })) {
            String id = shop.buy();
            shop.work(worker -> worker.concurrency(1));

            assertThat(shop.end(id)).contains("user={name=Ann}");
        }
    }

    @Test
    void webhookThatWasNotReached_isTriedAgain_refusalIsNot() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            throw deliveries.size() < 2
                    ? new ActionException("http exception when calling webhook", ErrorCode.WEBHOOK_TIMEOUT)
                    : new ActionException("No");
        })) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("message=No");
            assertThat(deliveries).hasSize(2);
        }
    }

    @Test
    void host_saysWhichFailuresAreTriedAgain() {
        AsyncPolicy policy = AsyncPolicy.builder()
                .backOff(Duration.ZERO, Duration.ZERO)
                .retryIf(ActionException.class::isInstance)
                .build();
        try (AsyncShop shop = new AsyncShop(policy, call -> {
            deliveries.add(call.delivery());
            if (call.delivery().attempt() == 1) {
                throw new ActionException("Busy");
            }
            throw new IllegalStateException("secret");
        })) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("action-failed").doesNotContain("secret");
            assertThat(deliveries).hasSize(2);
        }
    }

    @Test
    void resultOfADataFetcher_isItsDataOrItsErrors() {
        try (AsyncShop shop = new AsyncShop(
                QUICK,
                call -> "tea".equals(call.argument("article"))
                        ? DataFetcherResult.newResult().data(DONE).build()
                        : DataFetcherResult.newResult()
                                .error(GraphqlErrorBuilder.newError()
                                        .message("No such article")
                                        .build())
                                .build())) {
            String tea = shop.buy();
            String other = shop.buy("article: \"tee\"");
            shop.work();

            assertThat(shop.end(tea)).contains("errors=null", "user={name=Ann}");
            assertThat(shop.end(other)).contains("message=No such article").endsWith("output=null}");
        }
    }

    @Test
    void backOff_holdsBetweenAttempts() {
        AsyncPolicy policy = AsyncPolicy.builder()
                .backOff(Duration.ofMinutes(10), Duration.ofHours(1))
                .build();
        try (AsyncShop shop = new AsyncShop(policy, call -> {
            throw new IllegalStateException("not yet");
        })) {
            String id = shop.buy();
            shop.work();
            while ("0".equals(shop.column(id, "attempts")) || shop.column(id, "lease") != null) {
                AsyncShop.sleep(10);
            }

            assertThat(shop.column(id, "due_at > now() + interval '9 minutes'")).isEqualTo("true");
            assertThat(shop.result(id, "{ errors output { total } }")).isEqualTo("{errors=null, output=null}");
        }
    }

    @Test
    void delays_doubleUpToTheLongest() {
        AsyncPolicy policy = AsyncPolicy.builder()
                .backOff(Duration.ofSeconds(2), Duration.ofSeconds(10))
                .build();

        assertThat(List.of(1, 2, 3, 4, 1_000_000))
                .map(failed -> policy.delayAfter(failed).toSeconds())
                .containsExactly(2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void lease_isRenewedWhileTheHandlerRuns() {
        CountDownLatch go = new CountDownLatch(1);
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
            return DONE;
        })) {
            String id = shop.buy();
            shop.work(worker -> worker.lease(Duration.ofMillis(600)));
            AsyncShop.sleep(2000);
            go.countDown();

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).hasSize(1);
        }
    }

    @Test
    void crashedWorkersCall_isTakenUpWhenItsLeaseHasEnded() {
        try (AsyncShop shop = new AsyncShop(QUICK, noting)) {
            String id = shop.buy();
            AsyncActionClaim crashed =
                    shop.store().claim(Set.of("buy"), 5, Duration.ofSeconds(1)).get(0);
            assertThat(shop.store().claim(Set.of("buy"), 5, MINUTE)).isEmpty();
            shop.work();

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).singleElement().satisfies(delivery -> {
                assertThat(delivery.attempt()).isEqualTo(2);
                assertThat(delivery.leasedAt()).isAfterOrEqualTo(crashed.leasedUntil());
            });
            assertThat(shop.store().finish(crashed.lease(), AsyncActionStatus.COMPLETED, "1", null))
                    .isFalse();
            assertThat(shop.store().retry(crashed.lease(), MINUTE)).isFalse();
            assertThat(shop.store().release(crashed.lease())).isFalse();
            assertThat(shop.store().renew(List.of(crashed.lease()), MINUTE)).isEmpty();
        }
    }

    @Test
    void callThatKillsItsWorkers_isGivenUp() {
        try (AsyncShop shop = new AsyncShop(QUICK, noting)) {
            String id = shop.buy();
            for (int crash = 0; crash < 3; crash++) {
                assertThat(shop.store().claim(Set.of("buy"), 1, Duration.ofMillis(1)))
                        .hasSize(1);
                AsyncShop.sleep(10);
            }
            shop.work();

            assertThat(shop.end(id)).contains("code=action-abandoned");
            assertThat(deliveries).isEmpty();
        }
    }

    @Test
    void handlerThatRunsTooLong_losesItsCall() {
        CompletableFuture<Object> never = new CompletableFuture<>();
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            return call.delivery().attempt() == 1 ? never : DONE;
        })) {
            String id = shop.buy();
            shop.work(worker -> worker.lease(Duration.ofMillis(300)).longestRun(Duration.ofMillis(500)));

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).extracting(ActionDelivery::attempt).containsExactly(1, 2);
            never.complete(Map.of("user_id", 2));
            assertThat(shop.result(id, "{ output { user_id } }")).isEqualTo("{output={user_id=1}}");
        }
    }
}
