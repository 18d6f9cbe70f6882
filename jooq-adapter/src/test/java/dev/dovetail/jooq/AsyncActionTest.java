package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.Service;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.error.ActionException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** An asynchronous action from its call to its output. */
final class AsyncActionTest {

    private static final Session BOB = Session.of("user", Map.of("id", 2));

    private final List<ActionCall> calls = new CopyOnWriteArrayList<>();

    @Test
    void call_isAnsweredWithAnId_andItsOutputIsJoinedOnceItIsThere() {
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            shop.database().forget();
            String id = shop.buy("article: \"tea\", price: 1.50");
            assertThat(shop.database().statements()).hasSize(1);
            assertThat(UUID.fromString(id)).isNotNull();
            assertThat(shop.result(id, "{ id created_at errors output { total } }"))
                    .startsWith("{id=" + id + ", created_at=20")
                    .endsWith(", errors=null, output=null}");

            shop.work();

            assertThat(shop.end(id))
                    .isEqualTo("{errors=null, output={user_id=1, total=1.50, tags=[tea], user={name=Ann}}}");
            shop.close();
            shop.database().forget();
            shop.result(id, "{ output { user { name } } }");
            assertThat(shop.database().statements()).hasSize(2);
            assertThat(shop.column(id, "status")).isEqualTo("completed");
        }
    }

    @Test
    void handler_getsTheCallAsItWas() {
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            String id = shop.buy("article: \"\\u0000 ü\", price: 12345678901234567890.12345678901234567890");
            shop.work();
            shop.awaitStatus(id, "completed");

            ActionCall call = calls.get(0);
            assertThat(call.<String>argument("article")).isEqualTo("\u0000 ü");
            assertThat(call.<BigDecimal>argument("price"))
                    .isEqualTo(new BigDecimal("12345678901234567890.12345678901234567890"));
            assertThat(call.session()).isEqualTo(AsyncShop.ANN);
            assertThat(call.delivery().id()).hasToString(id);
            assertThat(call.delivery().attempt()).isEqualTo(1);
            assertThat(call.delivery().leasedUntil()).isAfter(call.delivery().leasedAt());
            assertThat(call.delivery().headers()).isEmpty();
            assertThat(call.arguments(Purchase.class).article()).isEqualTo("\u0000 ü");
            assertThat(catchThrowable(call::environment))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("buy is asynchronous");
        }
    }

    record Purchase(String article, BigDecimal price) {}

    @Test
    void result_isForTheSessionOfTheCallAlone() {
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            String id = shop.buy();

            for (Session other : List.of(
                    BOB,
                    Session.ANONYMOUS,
                    Session.of("admin", Map.of("id", 1)),
                    Session.of("user", Map.of("id", "1")))) {
                assertNull(shop.ask(id, "{ id }", other));
            }
            assertNull(shop.ask(UUID.randomUUID().toString(), "{ id }", AsyncShop.ANN));
            assertThat(shop.result(id, "{ id }")).isEqualTo("{id=" + id + "}");
        }
    }

    @Test
    void result_isForOthersToo_ifTheHostSaysSo() {
        AsyncPolicy policy = AsyncPolicy.builder()
                .readableBy((creator, reader) -> creator.variables().equals(reader.variables()))
                .build();
        try (AsyncShop shop = shop(policy)) {
            String id = shop.buy();

            assertNull(shop.ask(id, "{ id }", BOB));
            assertThat(shop.ask(id, "{ id }", Session.of("admin", Map.of("id", 1)))
                            .<Map<String, Object>>getData()
                            .get("buy"))
                    .isNotNull();
        }
    }

    @Test
    void session_isFoundAgain_whateverItsVariablesAre() {
        Session session = Session.of(
                null, Map.of("id", UUID.randomUUID(), "since", LocalDate.EPOCH, "rate", new BigDecimal("1.50")));
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            ExecutionResult called = shop.service()
                    .execute("mutation { buy }", input -> input.graphQLContext(Map.of("session", session)));
            String id = String.valueOf(called.<Map<String, Object>>getData().get("buy"));

            assertThat(shop.ask(id, "{ id }", session).<Map<String, Object>>getData())
                    .hasToString("{buy={id=" + id + "}}");
            assertNull(shop.ask(id, "{ id }", Session.ANONYMOUS));
        }
    }

    @Test
    void headers_areStoredIfTheHostSaysSo_andForgottenAtTheEnd() {
        AsyncPolicy policy = AsyncPolicy.builder()
                .storeHeaders(context -> context.getOrDefault("headers", Map.of()))
                .build();
        try (AsyncShop shop = shop(policy)) {
            ExecutionResult called = shop.service()
                    .execute(
                            "mutation { buy }",
                            input -> input.graphQLContext(Map.of("headers", Map.of("X-Trace", List.of("7", "8")))));
            String id = String.valueOf(called.<Map<String, Object>>getData().get("buy"));
            assertThat(shop.column(id, "headers")).isEqualTo("{\"X-Trace\":[\"7\",\"8\"]}");

            shop.work();
            shop.awaitStatus(id, "completed");

            assertThat(calls.get(0).delivery().headers()).isEqualTo(Map.of("X-Trace", List.of("7", "8")));
            assertThat(shop.column(id, "headers")).isNull();
        }
    }

    @Test
    void permissions_holdBeforeTheCallIsStored() {
        try (AsyncShop shop = new AsyncShop(
                AsyncPolicy.DEFAULT,
                call -> Map.of("user_id", 1, "total", call.<Object>argument("price")),
                action -> action.permissions(ActionPermission.forRole("user")
                        .preset("price", SessionVariable.of("id"))
                        .build()))) {
            ExecutionResult refused = shop.service()
                    .execute("mutation { buy }", input -> input.graphQLContext(Map.of("session", Session.ANONYMOUS)));
            assertThat(Service.codes(refused)).contains("[buy] access-denied");
            assertThat(shop.database().plain().fetchCount(DSL.table("dovetail_async_action")))
                    .isZero();

            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("total=1,");
        }
    }

    @Test
    void refusal_isTheResultsErrors() {
        try (AsyncShop shop = new AsyncShop(AsyncPolicy.DEFAULT, call -> {
            calls.add(call);
            throw new ActionException("Sold out", Map.of("code", "sold-out", "left", 0));
        })) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id))
                    .startsWith("{errors=[{message=Sold out, extensions={")
                    .contains("code=sold-out", "left=0")
                    .endsWith("}}], output=null}");
            assertThat(shop.column(id, "status")).isEqualTo("failed");
            assertThat(calls).hasSize(1);
        }
    }

    @Test
    void output_ofAnotherType_isAnError() {
        for (Object wrong : Arrays.asList(Map.of("user_id", "one"), Map.of(), List.of(), 1, null)) {
            try (AsyncShop shop = new AsyncShop(AsyncPolicy.DEFAULT, call -> wrong)) {
                String id = shop.buy();
                shop.work();
                shop.awaitStatus(id, "completed");

                assertThat(shop.end(id)).contains("code=action-output-invalid").endsWith("output=null}");
            }
        }
    }

    @Test
    void output_thatIsNoJson_isAnError() {
        try (AsyncShop shop = new AsyncShop(AsyncPolicy.DEFAULT, call -> Map.of("user_id", new Object()))) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("code=action-output-invalid").endsWith("output=null}");
        }
    }

    @Test
    void handler_mayAnswerLater() {
        try (AsyncShop shop = new AsyncShop(
                AsyncPolicy.DEFAULT,
                call -> CompletableFuture.supplyAsync(() -> {
                    AsyncShop.sleep(50);
                    return Map.of("user_id", 2);
                }))) {
            String id = shop.buy();
            shop.work();

            assertThat(shop.end(id)).contains("user={name=Bob}");
        }
    }

    @Test
    void subscription_givesTheStateAndTheEnd() {
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            String id = shop.buy();
            Received<ExecutionResult> events = subscribe(shop, id);
            while (events.now().isEmpty()) {
                AsyncShop.sleep(10);
            }

            shop.work();

            assertThat(events.all())
                    .extracting(event -> event.getData().toString() + Service.codes(event))
                    .containsExactly(
                            "{buy={errors=null, output=null}}[]", "{buy={errors=null, output={user={name=Ann}}}}[]");
            assertThat(subscribe(shop, id).all()).hasSize(1);
            assertThat(subscribe(shop, UUID.randomUUID().toString()).all()).isEmpty();
        }
    }

    @Test
    void store_thatFails_isACodedError() {
        try (AsyncShop shop = shop(AsyncPolicy.DEFAULT)) {
            String id = shop.buy();
            shop.database().run("alter table dovetail_async_action rename to hidden");

            assertThat(Service.errors(shop.service().execute("mutation { buy }")))
                    .contains("[buy] action-store-failed: The call of action buy could not be stored");
            assertThat(Service.errors(shop.ask(id, "{ id }", AsyncShop.ANN)))
                    .containsExactly("[buy] action-store-failed: The call of action buy could not be read");
        }
    }

    private static Received<ExecutionResult> subscribe(AsyncShop shop, String id) {
        Publisher<ExecutionResult> events = shop.service()
                .execute("subscription { buy(id: \"" + id + "\") { errors output { user { name } } } }")
                .getData();
        return Received.from(events);
    }

    private static void assertNull(ExecutionResult result) {
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Map<String, Object>>getData()).hasToString("{buy=null}");
    }

    private AsyncShop shop(AsyncPolicy policy) {
        return new AsyncShop(policy, call -> {
            calls.add(call);
            Object price = call.argument("price");
            return price == null
                    ? Map.of("user_id", 1)
                    : Map.of(
                            "user_id",
                            1,
                            "total",
                            price,
                            "tags",
                            List.of(String.valueOf(call.<Object>argument("article"))));
        });
    }
}
