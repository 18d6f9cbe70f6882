package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a handler is told, and what the client is told when it fails. */
final class ActionCallsTest {

    private static final String ARGUMENTS = "input Item { product: String! count: Int = 1 } enum Size { SMALL LARGE }";
    private static final String SDL = "type Query { version: String }";

    private record Item(String product, int count) {}

    private enum Size {
        SMALL,
        LARGE
    }

    private record PlaceOrder(
            UUID user, List<Item> items, Size size, OffsetDateTime at, BigDecimal total, String note) {}

    @Test
    void arguments_asMap_holdDefaultsAndExplicitNullsButNothingAbsent() {
        AtomicReference<Map<String, Object>> seen = new AtomicReference<>();
        Service service = service(call -> {
            seen.set(call.arguments());
            return "ok";
        });

        service.data("mutation { order(items: [{product: \"pen\"}], note: null) }");

        Map<String, Object> expected = new HashMap<>();
        expected.put("items", List.of(Map.of("product", "pen", "count", 1)));
        expected.put("note", null);
        assertThat(seen.get()).isEqualTo(expected);
    }

    @Test
    void arguments_asRecord_areConverted() {
        AtomicReference<PlaceOrder> seen = new AtomicReference<>();
        Service service = service(call -> {
            seen.set(call.arguments(PlaceOrder.class));
            return "ok";
        });

        service.data("""
                mutation {
                  order(
                    user: "7B1F4D4E-54FD-4D0A-9B5E-0D1A7F7F2A11"
                    items: [{product: "pen", count: 2}, {product: "ink"}]
                    size: LARGE
                    at: "2026-01-31T12:00:00.000Z"
                    total: 12345678901234567890.12
                  )
                }
                """);

        assertThat(seen.get())
                .isEqualTo(new PlaceOrder(
                        UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11"),
                        List.of(new Item("pen", 2), new Item("ink", 1)),
                        Size.LARGE,
                        OffsetDateTime.parse("2026-01-31T12:00:00Z"),
                        new BigDecimal("12345678901234567890.12"),
                        null));
    }

    @Test
    void arguments_thatDoNotFitTheRecord_failTheAction() {
        record Wrong(int note) {}

        try (Logged logged = new Logged()) {
            assertThat(errors(service(call -> call.arguments(Wrong.class).note()), "mutation { order(note: \"x\") }"))
                    .containsExactly("[order] action-failed: Action order failed");
            assertThat(logged.causes())
                    .singleElement()
                    .asString()
                    .startsWith("The arguments of action order do not fit");
        }
    }

    @Test
    void argument_single_isToldByName() {
        Service service = service(call -> {
            String note = call.argument("note");
            return note + " " + call.argument("size") + " " + call.action();
        });

        assertThat(service.data("mutation { order(note: \"quick\") }")).isEqualTo(Map.of("order", "quick null order"));
    }

    @Test
    void session_isTheCallers() {
        Dovetail dovetail = dovetail(
                        call -> call.session().role() + call.session().variable("user-id"))
                .session(context -> Session.of(context.get("role"), Map.of("user-id", 7)))
                .build();

        ExecutionResult result = Service.of(dovetail, SDL)
                .execute("mutation { order }", input -> input.graphQLContext(Map.of("role", "user")));

        assertThat((Object) result.getData()).isEqualTo(Map.of("order", "user7"));
    }

    @Test
    void sessionFunction_thatThrows_failsTheActionWithoutCallingTheHandler() {
        AtomicReference<ActionCall> called = new AtomicReference<>();
        Dovetail dovetail = dovetail(call -> {
                    called.set(call);
                    return "ok";
                })
                .session(context -> {
                    throw new IllegalStateException("secret");
                })
                .build();

        try (Logged logged = new Logged()) {
            assertThat(errors(Service.of(dovetail, SDL), "mutation { order }"))
                    .containsExactly("[order] session-failed: The caller's session could not be resolved");
            assertThat(logged.lines()).containsExactly("ERROR The session of /order could not be resolved");
        }
        assertThat(called).hasNullValue();
    }

    @Test
    void actionException_withoutMore_isRejected() {
        assertThat(errors(failing(new ActionException("100% taken")), "mutation { order }"))
                .containsExactly("[order] action-rejected: 100% taken");
        assertThat(errors(failing(new ActionException("No", ErrorCode.WEBHOOK_TIMEOUT)), "mutation { order }"))
                .containsExactly("[order] webhook-timeout: No");
    }

    @Test
    void actionException_withExtensions_givesThemAsTheyAre() {
        Map<String, Object> extensions = new HashMap<>();
        extensions.put("code", "name-taken");
        extensions.put("field", null);
        extensions.put("tries", List.of(1, 2));

        ExecutionResult result =
                failing(new ActionException("Taken", extensions)).execute("mutation { order }");

        assertThat(result.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).isEqualTo(extensions);
            assertThat(error.getPath()).containsExactly("order");
            assertThat(error.getLocations()).hasSize(1);
            assertThat(error.toSpecification()).containsEntry("message", "Taken");
        });
    }

    @Test
    void actionException_ofAStage_isTheSame() {
        ActionException refusal = new ActionException("Taken");

        assertThat(errors(service(call -> CompletableFuture.failedFuture(refusal)), "mutation { order }"))
                .containsExactly("[order] action-rejected: Taken");
        assertThat(errors(
                        service(call -> CompletableFuture.failedFuture(new CompletionException(refusal))),
                        "mutation { order }"))
                .containsExactly("[order] action-rejected: Taken");
        assertThat(errors(
                        service(call -> CompletableFuture.completedFuture(1).thenApply(x -> {
                            throw refusal;
                        })),
                        "mutation { order }"))
                .containsExactly("[order] action-rejected: Taken");
    }

    @Test
    void otherException_isNeutralForTheClientAndLogged() {
        for (ActionHandler handler : List.<ActionHandler>of(
                call -> {
                    throw new Exception("password=x");
                },
                call -> CompletableFuture.failedFuture(new IllegalStateException("password=x")),
                call -> {
                    throw new IllegalArgumentException("password=x");
                })) {
            try (Logged logged = new Logged()) {
                assertThat(errors(service(handler), "mutation { order }"))
                        .containsExactly("[order] action-failed: Action order failed");
                assertThat(logged.lines()).containsExactly("ERROR Action order failed");
                assertThat(logged.causes()).containsExactly("password=x");
            }
        }
    }

    @Test
    void oneActionThatFails_leavesTheOthers() {
        ExecutionResult result = service(call -> {
                    if (call.argument("note") == null) {
                        throw new ActionException("No note");
                    }
                    return call.argument("note");
                })
                .execute("mutation { a: order(note: \"x\") b: order c: order(note: \"y\") }");

        Map<String, Object> expected = new HashMap<>(Map.of("a", "x", "c", "y"));
        expected.put("b", null);
        assertThat((Object) result.getData()).isEqualTo(expected);
        assertThat(Service.errors(result)).containsExactly("[b] action-rejected: No note");
    }

    private static List<String> errors(Service service, String query) {
        return Service.errors(service.execute(query));
    }

    private static Service failing(RuntimeException exception) {
        return service(call -> {
            throw exception;
        });
    }

    private static Service service(ActionHandler handler) {
        return Service.of(dovetail(handler).build(), SDL);
    }

    private static DovetailBuilder dovetail(ActionHandler handler) {
        return Dovetail.builder()
                .types(ARGUMENTS)
                .action(ActionDefinition.mutation("order")
                        .argument("user", "UUID")
                        .argument("items", "[Item!]")
                        .argument("size", "Size")
                        .argument("at", "DateTime")
                        .argument("total", "BigDecimal")
                        .argument("note", "String")
                        .returns("String")
                        .handler(handler)
                        .build());
    }
}
