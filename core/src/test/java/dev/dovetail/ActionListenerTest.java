package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Relationships to actions are listened to as those to tables are; the actions' own fields are not. */
final class ActionListenerTest {

    private static final String QUERY = "{ users { risk } }";

    private final HeardJoins heard = new HeardJoins();

    @Test
    void calls_areToldWithTheirCounts() {
        service(riskOf(id -> id)).data("{ users { risk } riskOf(id: 7) }");

        assertThat(heard.started()).singleElement().satisfies(join -> {
            assertThat(join.relationship()).isEqualTo("User.risk");
            assertThat(join.table()).isNull();
            assertThat(join.keys()).isEqualTo(3);
            assertThat(join.shared()).isEqualTo(1);
        });
        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(3);
            assertThat(result.failedKeys()).isZero();
            assertThat(result.statements()).isEmpty();
        });
    }

    @Test
    void callsThatFailOrAreRefused_areCounted() {
        service(riskOf(id -> id == 1 ? new ActionException("not this one") : null)
                        .permissions(ActionPermission.forEveryone()
                                .when(call -> call.<Integer>argument("id") != 3)
                                .build()))
                .execute(QUERY);

        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.rows()).isZero();
            assertThat(result.failedKeys()).isEqualTo(2);
        });
    }

    @Test
    void callsThatAreAllRefused_areCounted() {
        service(riskOf(id -> id)
                        .permissions(ActionPermission.forEveryone()
                                .when(call -> false)
                                .build()))
                .execute(QUERY);

        assertThat(heard.finished()).extracting(JoinResult::failedKeys).containsExactly(3);
    }

    @Test
    void failure_isTold() {
        service(ActionDefinition.query("riskOf").batchHandler(calls -> {
                    throw new IllegalStateException("secret");
                }))
                .execute(QUERY);

        assertThat(heard.finished()).isEmpty();
        assertThat(heard.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.ACTION_FAILED);
            assertThat(failure.cause()).isEqualTo(IllegalStateException.class);
        });
    }

    @Test
    void refusal_isTold() {
        service(ActionDefinition.query("riskOf").batchHandler(calls -> {
                    throw new ActionException("closed");
                }))
                .execute(QUERY);

        assertThat(heard.failed()).extracting(JoinFailure::code).containsExactly(ErrorCode.ACTION_REJECTED);
    }

    @Test
    void trace_tellsWhereActionsAnswered() {
        ExecutionResult result = service(riskOf(id -> id)).execute("{ users { risk again: risk } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getExtensions())
                .asString()
                .contains("relationship=User.risk, paths=[users.again, users.risk], keys=6, shared=2");
    }

    private static ActionDefinition.Builder riskOf(Function<Integer, @Nullable Object> answer) {
        return ActionDefinition.query("riskOf").batchHandler(calls -> {
            List<@Nullable Object> answers = new ArrayList<>();
            for (ActionCall call : calls) {
                answers.add(answer.apply(call.argument("id")));
            }
            return answers;
        });
    }

    private Service service(ActionDefinition.Builder riskOf) {
        return Service.of(
                Dovetail.builder()
                        .session(context -> Session.ANONYMOUS)
                        .action(riskOf.argument("id", "Int").returns("Int").build())
                        .relationship(ActionRelationship.named("risk")
                                .on("User")
                                .from("id")
                                .action("riskOf")
                                .to("id")
                                .build())
                        .joinTrace(context -> true)
                        .listener(heard)
                        .build(),
                "type Query { users: [User] } type User { id: Int }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                "users",
                                environment ->
                                        List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3), Map.of("id", 2)))));
    }
}
