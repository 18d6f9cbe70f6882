package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionRequest;
import dev.dovetail.async.AsyncActionStatus;
import dev.dovetail.async.AsyncActionWorker;
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

/** How calls of asynchronous actions are delivered: leases, attempts, ends. */
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

    @Test
    void cancelledBeforeItsTurn_neverRuns() {
        try (AsyncShop shop = new AsyncShop(QUICK, noting)) {
            String id = shop.buy();
            assertThat(shop.store().cancel(UUID.fromString(id))).isTrue();
            String later = shop.buy();
            shop.work();

            assertThat(shop.end(later)).contains("user={name=Ann}");
            assertThat(shop.end(id))
                    .isEqualTo("{errors=[{message=Action buy was cancelled, extensions={code=action-cancelled}}],"
                            + " output=null}");
            assertThat(deliveries).extracting(ActionDelivery::id).containsExactly(UUID.fromString(later));
            assertThat(shop.store().cancel(UUID.fromString(id))).isFalse();
            assertThat(shop.store().cancel(UUID.fromString(later))).isFalse();
            assertThat(shop.store().cancel(UUID.randomUUID())).isFalse();
        }
    }

    @Test
    void cancelledWhileItRuns_itsResultIsIgnored() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            begun.countDown();
            assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
            return DONE;
        })) {
            String id = shop.buy();
            shop.work();
            await(begun);
            assertThat(shop.store().cancel(UUID.fromString(id))).isTrue();
            go.countDown();
            shop.close();

            assertThat(shop.end(id)).contains("action-cancelled").endsWith("output=null}");
        }
    }

    @Test
    void tooOld_isNotDelivered() {
        AsyncPolicy policy = AsyncPolicy.builder().maxAge(Duration.ofHours(6)).build();
        try (AsyncShop shop = new AsyncShop(policy, noting)) {
            String old = shop.buy();
            shop.database()
                    .run("update dovetail_async_action set created_at = now() - interval '7 hours',"
                            + " due_at = now() - interval '7 hours'");
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(shop.end(old))
                    .isEqualTo("{errors=[{message=Action buy came too late, extensions={code=action-expired}}],"
                            + " output=null}");
            assertThat(shop.column(old, "status")).isEqualTo("expired");
            assertThat(deliveries).hasSize(1);
        }
    }

    @Test
    void close_waitsForHandlers_andTakesUpNothingMore() {
        CountDownLatch begun = new CountDownLatch(1);
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            begun.countDown();
            AsyncShop.sleep(300);
            return DONE;
        })) {
            String first = shop.buy();
            String second = shop.buy();
            AsyncActionWorker worker = shop.work(builder -> builder.concurrency(1));
            await(begun);
            worker.close();

            assertThat(shop.column(first, "status")).isEqualTo("completed");
            assertThat(shop.column(second, "status")).isEqualTo("queued");
            assertThat(shop.column(second, "attempts")).isEqualTo("0");
        }
    }

    @Test
    void close_interruptsHandlersAfterItsGrace_andGivesTheirCallsBack() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            begun.countDown();
            never.await();
            return DONE;
        })) {
            String id = shop.buy();
            AsyncActionWorker worker = shop.work(builder -> builder.grace(Duration.ofMillis(50)));
            await(begun);
            worker.close();

            shop.awaitStatus(id, "queued");
            assertThat(shop.column(id, "attempts")).isEqualTo("0");
        }
    }

    @Test
    void givenBack_countsNoAttempt() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> DONE)) {
            String id = shop.buy();
            AsyncActionClaim claim =
                    shop.store().claim(Set.of("buy"), 1, MINUTE).get(0);

            assertThat(shop.store().release(claim.lease())).isTrue();

            assertThat(shop.store().claim(Set.of("buy"), 1, MINUTE))
                    .singleElement()
                    .satisfies(again -> {
                        assertThat(again.id()).hasToString(id);
                        assertThat(again.attempt()).isEqualTo(1);
                        assertThat(again.lease()).isNotEqualTo(claim.lease());
                    });
        }
    }

    @Test
    void storeThatIsAwayForAWhile_losesNothing() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (AsyncShop shop = new AsyncShop(QUICK, call -> {
            deliveries.add(call.delivery());
            begun.countDown();
            assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
            return DONE;
        })) {
            String id = shop.buy();
            shop.work();
            await(begun);
            shop.database().run("alter table dovetail_async_action rename to hidden");
            go.countDown();
            AsyncShop.sleep(500);
            shop.database().run("alter table hidden rename to dovetail_async_action");

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).hasSize(1);
        }
    }

    @Test
    void claims_areOfKnownActions_inTheirOrder_andApart() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> DONE)) {
            List<String> ids = List.of(shop.buy(), shop.buy(), shop.buy());

            assertThat(shop.store().claim(Set.of("sell"), 5, MINUTE)).isEmpty();
            shop.database().forget();
            assertThat(shop.store().claim(Set.of("buy", "sell"), 2, MINUTE))
                    .extracting(claim -> claim.id().toString())
                    .containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
            assertThat(shop.database().statements()).hasSize(1);
            assertThat(shop.store().claim(Set.of("buy"), 2, MINUTE))
                    .extracting(claim -> claim.id().toString())
                    .containsExactly(ids.get(2));
        }
    }

    @Test
    void claim_readsTheIndexAndNotWhatHasEnded() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> DONE)) {
            shop.database()
                    .run(
                            "insert into dovetail_async_action (id, action, arguments, session, status, finished_at)"
                                    + " select gen_random_uuid(), 'buy', '{}', '{}', 'completed', now()"
                                    + " from generate_series(1, 20000)",
                            "analyze dovetail_async_action");
            shop.buy();

            String plan = shop.database()
                    .plain()
                    .fetch("explain select id from dovetail_async_action where status in ('queued', 'running')"
                            + " and due_at <= now() and action = any(array['buy']) order by due_at limit 10"
                            + " for update skip locked")
                    .format();

            assertThat(plan).contains("dovetail_async_action_due").doesNotContain("Seq Scan");
        }
    }

    @Test
    void ended_areKeptUntilTheHostDeletesThem() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> DONE)) {
            String done = shop.buy();
            shop.work();
            shop.awaitStatus(done, "completed");
            shop.close();
            shop.database().run("update dovetail_async_action set finished_at = now() - interval '8 days'");
            String open = shop.buy();

            assertThat(shop.store().deleteFinished(Duration.ofDays(9))).isZero();
            assertThat(shop.store().deleteFinished(Duration.ofDays(7))).isEqualTo(1);
            assertThat(shop.column(open, "status")).isEqualTo("queued");
        }
    }

    @Test
    void table_mayBeInAnySchema() {
        try (AsyncShop shop = new AsyncShop(QUICK, call -> DONE)) {
            shop.database()
                    .run(
                            "drop schema if exists \"my jobs\" cascade",
                            "create schema \"my jobs\"",
                            "alter table dovetail_async_action set schema \"my jobs\"");
            JooqAsyncActions store = JooqAsyncActions.of(shop.database().dsl(), "my jobs");

            UUID id = store.enqueue(new AsyncActionRequest("buy", "{}", "{}", null));

            assertThat(store.claim(Set.of("buy"), 1, MINUTE))
                    .extracting(AsyncActionClaim::id)
                    .containsExactly(id);
            shop.database().run("drop schema \"my jobs\" cascade");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
