package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.error.ActionException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls of one query action that a request makes at once are handed to the handler together. */
final class BatchActionTest {

    private final List<List<Object>> batches = new CopyOnWriteArrayList<>();

    @Test
    void callsOfARequest_areOneCallOfTheHandler() {
        assertThat(service().data("{ a: square(n: 2) b: square(n: 3) c: square(n: 2) other }"))
                .isEqualTo(Map.of("a", 4, "b", 9, "c", 4, "other", "fine"));
        assertThat(batches).containsExactly(List.of(2, 3, 2));
    }

    @Test
    void refusalOfOneCall_isThatFieldsError() {
        ExecutionResult result = service().execute("{ a: square(n: 2) b: square(n: -1) c: square(n: -2) d: square }");

        assertThat(result.<Object>getData()).hasToString("{a=4, b=null, c=null, d=null}");
        assertThat(Service.errors(result))
                .containsExactlyInAnyOrder("[b] negative: Too small", "[c] action-failed: Action square failed");
    }

    @Test
    void handlerThatThrows_failsEachCall_andLogsOnce() {
        Service service = service(ActionDefinition.query("square").batchHandler(calls -> {
            throw new IllegalStateException("secret");
        }));
        try (Logged logged = new Logged()) {
            assertThat(Service.errors(service.execute("{ a: square(n: 2) b: square(n: 3) }")))
                    .containsExactlyInAnyOrder(
                            "[a] action-failed: Action square failed", "[b] action-failed: Action square failed");
            assertThat(logged.lines()).containsExactly("ERROR Action square failed");
        }
    }

    @Test
    void handlerThatRefuses_refusesEachCall() {
        Service service = service(ActionDefinition.query("square")
                .asyncBatchHandler(calls ->
                        CompletableFuture.failedFuture(new ActionException("Closed", Map.of("code", "closed")))));

        assertThat(Service.errors(service.execute("{ a: square(n: 2) b: square(n: 3) }")))
                .containsExactlyInAnyOrder("[a] closed: Closed", "[b] closed: Closed");
    }

    @Test
    void otherNumberOfAnswers_failsEachCall() {
        Service service = service(ActionDefinition.query("square").batchHandler(calls -> List.of(1)));
        try (Logged logged = new Logged()) {
            assertThat(Service.codes(service.execute("{ a: square(n: 2) b: square(n: 3) }")))
                    .containsExactlyInAnyOrder("[a] action-failed", "[b] action-failed");
            assertThat(logged.causes()).containsExactly("The handler gave 1 answer(s) to 2 call(s)");
        }
    }

    @Test
    void answerThatDoesNotFit_isThatFieldsError() {
        Service service = service(ActionDefinition.query("square").batchHandler(calls -> Arrays.asList("x", 4)));
        try (Logged logged = new Logged()) {
            ExecutionResult result = service.execute("{ a: square(n: 2) b: square(n: 3) }");

            assertThat(result.<Object>getData()).hasToString("{a=null, b=4}");
            assertThat(Service.codes(result)).containsExactly("[a] action-output-invalid");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void permissions_refuseSomeCalls_andTheHandlerSeesTheOthers() {
        Service service = service(ActionDefinition.query("square")
                .batchHandler(this::squares)
                .permissions(ActionPermission.forEveryone()
                        .when(call -> call.<Integer>argument("n") < 10)
                        .build()));

        ExecutionResult result = service.execute("{ a: square(n: 2) b: square(n: 30) c: square(n: 3) }");

        assertThat(result.<Object>getData()).hasToString("{a=4, b=null, c=9}");
        assertThat(Service.codes(result)).containsExactly("[b] access-denied");
        assertThat(batches).containsExactly(List.of(2, 3));
    }

    @Test
    void mutation_cannotBeBatched_norHaveBothHandlers() {
        DovetailBuilder dovetail = Dovetail.builder()
                .action(ActionDefinition.mutation("act")
                        .returns("Int")
                        .batchHandler(this::squares)
                        .build())
                .action(ActionDefinition.query("ask")
                        .returns("Int")
                        .handler(call -> 1)
                        .batchHandler(this::squares)
                        .build());

        assertThat(Faults.of(dovetail, "type Query { version: String }"))
                .containsExactly(
                        "action act: it is a mutation, and those are called one after the other; say .handler(...)",
                        "action ask: it has both .handler(...) and .batchHandler(...); leave one out");
    }

    private Service service() {
        return service(ActionDefinition.query("square").batchHandler(this::squares));
    }

    private static Service service(ActionDefinition.Builder square) {
        return Service.of(
                Dovetail.builder()
                        .session(context -> Session.ANONYMOUS)
                        .action(square.argument("n", "Int").returns("Int").build())
                        .action(ActionDefinition.query("other")
                                .returns("String")
                                .handler(call -> "fine")
                                .build())
                        .build(),
                "type Query { version: String }");
    }

    private List<@Nullable Object> squares(List<ActionCall> calls) {
        List<@Nullable Object> answers = new ArrayList<>();
        List<Object> batch = new ArrayList<>();
        for (ActionCall call : calls) {
            Integer n = call.argument("n");
            batch.add(n == null ? "null" : n);
            if (n == null) {
                answers.add(null);
            } else if (n == -1) {
                answers.add(new ActionException("Too small", Map.of("code", "negative")));
            } else {
                answers.add(n < 0 ? new IllegalStateException("secret") : n * n);
            }
        }
        batches.add(batch);
        return answers;
    }
}
