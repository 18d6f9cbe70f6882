package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import graphql.ExecutionResult;
import graphql.execution.DataFetcherResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an action gives is held against the type that it declares, at every depth, selected or not. */
final class OutputValidationTest {

    private static final String TYPES = """
            type Output { id: ID! n: Int size: Size tags: [String!] child: Output children: [[Output!]!]
              any: Any shape: Shape hosts: String! }
            enum Size { SMALL LARGE }
            """;

    private static final String SDL = """
            type Query { version: String }
            union Any = Other
            interface Shape { area: Float! }
            type Square implements Shape { area: Float! }
            type Other { x: Int! }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"n": 1}                                    | id is null, but its type is ID!
                {"id": 1, "n": "x"}                         | n has a value that Int does not take
                {"id": 1, "n": 12345678901}                 | n has a value that Int does not take
                {"id": 1, "n": {}}                          | n is an object, but its type is Int
                {"id": 1, "n": [1]}                         | n is a list, but its type is Int
                {"id": 1, "size": "MEDIUM"}                 | size has a value that Size does not take
                {"id": 1, "tags": "x"}                      | tags is a scalar, but its type is [String!]
                {"id": 1, "tags": {}}                       | tags is an object, but its type is [String!]
                {"id": 1, "tags": ["a", null]}              | tags[1] is null, but its type is String!
                                {"id": 1, "child": []}                      | child is a list, but its type is Output
                {"id": 1, "child": {"child": {"id": null}}} | child.id is null, but its type is ID!
                {"id": 1, "child": {"id": 1, "child": {}}}  | child.child.id is null, but its type is ID!
                {"id": 1, "children": [[], [{"id": 1}, {}]]} | children[1][1].id is null, but its type is ID!
                {"id": 1, "children": [null]}               | children[0] is null, but its type is [Output!]!
                {"id": 1, "any": {"__typename": "Other"}}   | any.x is null, but its type is Int!
                {"id": 1, "shape": {"__typename": "Square", "area": "wide"}} | shape.area has a value that Float does not take
                [{"id": 1}]                                 | it is a list, but its type is Output
                {"id": 1, "any": 7}                         | any is a scalar, but its type is Any
                null                                        | it is null, but its type is Output!
                """)
    void answer_thatDoesNotFit_isAFaultThatNamesThePath(String json, String fault) {
        try (Logged logged = new Logged();
                RestService rest = RestService.answering(200, json)) {
            ExecutionResult result =
                    service("Output!", Webhook.post(rest.uri()).build()).execute("{ action { __typename } }");

            assertThat(Service.errors(result))
                    .containsExactly("[action] action-output-invalid: "
                            + "The answer of action action does not fit its type: " + fault);
            assertThat(logged.lines())
                    .containsExactly("ERROR Action action gave an answer that does not fit its type: " + fault);
        }
    }

    @Test
    void answer_thatFits_isTheResult() {
        Map<String, Object> answer = Map.of(
                "id", 7,
                "size", "SMALL",
                "tags", List.of("a"),
                "child", Optional.of(Map.of("id", "c")),
                "children", List.of(List.of(Map.of("id", CompletableFuture.completedFuture("late")))),
                "any", Map.of("unknown", 1),
                "extra", 1);

        assertThat(service("Output!", answer).data("{ action { id size tags child { id } children { id } hosts } }"))
                .isEqualTo(Map.of(
                        "action",
                        Map.of(
                                "id",
                                "7",
                                "size",
                                "SMALL",
                                "tags",
                                List.of("a"),
                                "child",
                                Map.of("id", "c"),
                                "children",
                                List.of(List.of(Map.of("id", "late"))),
                                "hosts",
                                "of the host")));
    }

    @Test
    void scalar_forAnObject_isAFault_unlessAFetcherOfTheHostsMayReadIt() {
        assertThat(service("Output", "id").data("{ action { hosts } }"))
                .isEqualTo(Map.of("action", Map.of("hosts", "of the host")));
        try (Logged logged = new Logged()) {
            assertThat(Service.errors(service("Other", "id").execute("{ action { __typename } }")))
                    .containsExactly("[action] action-output-invalid: The answer of action action does not fit its "
                            + "type: it is a scalar, but its type is Other");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void optional_isWhatItHolds() {
        record Output(Optional<String> id, OptionalInt n) {}

        assertThat(service("Output", new Output(Optional.of("7"), OptionalInt.empty()))
                        .data("{ action { id n } }"))
                .hasToString("{action={id=7, n=null}}");
        try (Logged logged = new Logged()) {
            assertThat(codes(service("Output", new Output(Optional.empty(), OptionalInt.of(1)))
                            .execute("{ action { n } }")))
                    .containsExactly("[action] action-output-invalid");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void constantOfAnEnumeration_isItsValue() {
        enum Size {
            SMALL,
            HUGE
        }

        assertThat(service("Output", Map.of("id", 1, "size", Size.SMALL)).data("{ action { size } }"))
                .isEqualTo(Map.of("action", Map.of("size", "SMALL")));
        try (Logged logged = new Logged()) {
            assertThat(codes(service("Output", Map.of("id", 1, "size", Size.HUGE))
                            .execute("{ action { id } }")))
                    .containsExactly("[action] action-output-invalid");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void null_forANullableType_isFine() {
        assertThat(service("Output", (Object) null).data("{ action { id } }")).containsEntry("action", null);
    }

    @Test
    void fieldsWithFetchersOfTheirOwn_areNotLookedAt() {
        assertThat(service("Output", Map.of("id", 1, "hosts", List.of())).data("{ action { hosts } }"))
                .isEqualTo(Map.of("action", Map.of("hosts", "of the host")));
    }

    @Test
    void record_isLookedInto_andItsMethodsAreLeftToTheEngine() {
        record WithMethod(Integer n) {
            public String id() {
                return "made";
            }
        }
        record Output(@Nullable String id) {}

        assertThat(service("Output", new WithMethod(1)).data("{ action { id n } }"))
                .isEqualTo(Map.of("action", Map.of("id", "made", "n", 1)));
        assertThat(codes(service("Output", new Output(null)).execute("{ action { __typename } }")))
                .containsExactly("[action] action-output-invalid");
    }

    @Test
    void bean_isNotTouched_whereTheClientSelectsNothing() {
        AtomicInteger calls = new AtomicInteger();
        Object bean = new Object() {
            @SuppressWarnings("unused") // read by graphql-java
            public @Nullable String getId() {
                calls.incrementAndGet();
                return null;
            }
        };

        assertThat(service("Output", bean).execute("{ action { __typename } }").getErrors())
                .isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void dataFetcherResult_isHeldAgainstTheType_unlessItIsAFailure() {
        DataFetcherResult<Object> bad = DataFetcherResult.newResult()
                .data(Map.of("n", 1))
                .localContext("context")
                .build();
        DataFetcherResult<Object> failure = DataFetcherResult.newResult()
                .error(graphql.GraphqlErrorBuilder.newError().message("no").build())
                .build();

        assertThat(codes(service("Output!", bad).execute("{ action { __typename } }")))
                .containsExactly("[action] action-output-invalid");
        assertThat(service("Output!", failure)
                        .execute("{ action { __typename } }")
                        .getErrors())
                .extracting(error -> error.getMessage())
                .startsWith("no");
    }

    @Test
    void answer_thatLeadsIntoItself_ends() {
        Map<String, Object> loop = new HashMap<>(Map.of("id", 1));
        loop.put("child", loop);

        assertThat(service("Output", loop).data("{ action { child { child { id } } } }"))
                .isEqualTo(Map.of("action", Map.of("child", Map.of("child", Map.of("id", "1")))));
    }

    @Test
    void otherFields_answer() {
        try (Logged logged = new Logged()) {
            ExecutionResult result = service("Output", Arrays.asList(1)).execute("{ action { id } version }");

            assertThat(result.<Map<String, Object>>getData())
                    .containsEntry("action", null)
                    .containsEntry("version", "1");
            assertThat(logged.lines()).hasSize(1);
        }
    }

    private static List<String> codes(ExecutionResult result) {
        return Service.codes(result);
    }

    private static Service service(String returns, @Nullable Object answer) {
        return service(returns, call -> answer);
    }

    private static Service service(String returns, dev.dovetail.definition.ActionHandler handler) {
        Dovetail dovetail = Dovetail.builder()
                .types(TYPES)
                .action(ActionDefinition.query("action")
                        .returns(returns)
                        .handler(handler)
                        .build())
                .build();
        return Service.of(
                dovetail,
                SDL,
                wiring -> wiring.type("Output", type -> type.dataFetcher("hosts", environment -> "of the host"))
                        .type("Query", type -> type.dataFetcher("version", environment -> "1"))
                        .type(
                                "Any",
                                type -> type.typeResolver(
                                        environment -> environment.getSchema().getObjectType("Other")))
                        .type(
                                "Shape",
                                type -> type.typeResolver(
                                        environment -> environment.getSchema().getObjectType("Square"))));
    }
}
