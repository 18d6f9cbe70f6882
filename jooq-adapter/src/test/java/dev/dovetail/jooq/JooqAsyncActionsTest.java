package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionRequest;
import dev.dovetail.definition.AsyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the store of asynchronous actions keeps, and whom it gives it to. */
final class JooqAsyncActionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<String, Object> DONE = Map.of("user_id", 1);
    private static final AsyncPolicy QUICK = AsyncPolicy.builder()
            .attempts(3)
            .backOff(Duration.ofMillis(20), Duration.ofMillis(20))
            .build();

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

            shop.database().forget();
            shop.store().claim(Set.of("buy"), 10, MINUTE);
            String sent = shop.database().statements().get(0);

            String plan = shop.database()
                    .plain()
                    .fetch("explain " + sent, new String[] {"buy"}, 10, 60.0)
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
}
