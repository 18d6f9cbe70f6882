package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.definition.ActionDelivery;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the delivery of an asynchronous action ends before its handler does: cancelled, too late, closed. */
final class AsyncEndsTest {

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
            AsyncShop.await(begun);
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
            AsyncShop.await(begun);
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
            AsyncShop.await(begun);
            worker.close();

            shop.awaitStatus(id, "queued");
            assertThat(shop.column(id, "attempts")).isEqualTo("0");
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
            AsyncShop.await(begun);
            shop.database().run("alter table dovetail_async_action rename to hidden");
            go.countDown();
            AsyncShop.sleep(500);
            shop.database().run("alter table hidden rename to dovetail_async_action");

            assertThat(shop.end(id)).contains("user={name=Ann}");
            assertThat(deliveries).hasSize(1);
        }
    }
}
