package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.TableSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.Test;

/** An answer tells of its joins, if the host lets it. */
final class JoinTraceTest {

    private static final Predicate<GraphQLContext> DEVELOPERS = context -> context.getBoolean("developer");

    @Test
    void untilTheHostSaysSo_noAnswerIsTraced() {
        ExecutionResult result =
                ListenedShop.service(ListenedShop.tables(), builder -> {}).execute("{ outputs { orders { id } } }");

        assertThat(result.getExtensions()).isNull();
    }

    @Test
    void callerWhomTheHostDoesNotAllow_isNotTraced() {
        FakeTables tables = ListenedShop.tables();
        ExecutionResult result = service(tables).execute("{ outputs { orders { id } } }");

        assertThat(result.getExtensions()).isNull();
        assertThat(tables.requests()).noneMatch(request -> request.isReported());
    }

    @Test
    void predicateThatFails_tracesNothing() {
        Service service = ListenedShop.service(
                ListenedShop.tables(),
                builder -> builder.joinTrace(context -> {
                    throw new IllegalStateException("mine");
                }));

        try (Logged logged = new Logged()) {
            assertThat(service.execute("{ outputs { orders { id } } }").getExtensions())
                    .isNull();
            assertThat(logged.lines()).singleElement().asString().startsWith("WARN");
        }
    }

    @Test
    void join_isToldWithItsPathAndCounts() {
        List<Map<String, Object>> joins = joins("{ outputs { orders { id } } }");

        assertThat(joins).hasSize(1);
        Map<String, Object> join = joins.get(0);
        assertThat(join)
                .containsOnlyKeys(
                        "relationship",
                        "paths",
                        "table",
                        "keys",
                        "shared",
                        "startMillis",
                        "millis",
                        "rows",
                        "statements")
                .containsEntry("relationship", "Output.orders")
                .containsEntry("paths", List.of("outputs.orders"))
                .containsEntry("table", "public.orders")
                .containsEntry("keys", 3)
                .containsEntry("shared", 1)
                .containsEntry("rows", 3L)
                .containsEntry("statements", List.of("read public.orders"));
        assertThat((Double) join.get("startMillis")).isPositive();
        assertThat((Double) join.get("millis")).isPositive();
    }

    @Test
    void paths_areThoseOfTheAnswer_throughAliasesFragmentsAndForms() {
        List<Map<String, Object>> joins = joins("""
                { all: outputs {
                    mine: orders { by: user { ...ofUser } }
                    me: user { ...ofUser }
                    orders_aggregate { aggregate { count } some: nodes { user { name } } }
                } }
                fragment ofUser on User { theirs: orders { id } }
                """);

        assertThat(joins)
                .extracting(join -> join.get("relationship") + " " + join.get("paths"))
                .containsExactlyInAnyOrder(
                        "Output.orders [all.mine]",
                        "Output.orders [all.orders_aggregate]",
                        "Output.user [all.me]",
                        "Order.user [all.mine.by]",
                        "Order.user [all.orders_aggregate.some.user]",
                        "User.orders [all.mine.by.theirs]",
                        "User.orders [all.me.theirs]");
    }

    @Test
    void fieldsThatShareABatch_areToldTogether() {
        assertThat(joins("{ outputs { orders { id } again: orders { id } } }"))
                .extracting(join -> join.get("paths"))
                .containsExactly(List.of("outputs.again", "outputs.orders"));
    }

    @Test
    void mutation_isTraced() {
        assertThat(joins("mutation { first: outputsNow { orders { id } } second: outputsNow { orders { id } } }"))
                .extracting(join -> join.get("paths"))
                .containsExactly(List.of("first.orders"), List.of("second.orders"));
    }

    @Test
    void failure_isTracedByItsCodeAlone() {
        ExecutionResult result = trace(
                ListenedShop.answering(request -> CompletableFuture.failedFuture(new IllegalStateException("secret"))),
                "{ outputs { orders { id } } }");

        assertThat(result.getErrors()).hasSize(4);
        assertThat(joins(result))
                .singleElement()
                .satisfies(join -> assertThat(join)
                        .containsEntry("error", "table-lookup-failed")
                        .doesNotContainKey("rows"));
        assertThat(result.getExtensions()).asString().doesNotContain("secret");
    }

    @Test
    void requestThatIsRefused_hasATraceWithoutJoins() {
        ExecutionResult result = trace(ListenedShop.tables(), "{ outputs { nothing } }");

        assertThat(result.getErrors()).isNotEmpty();
        assertThat(joins(result)).isEmpty();
    }

    @Test
    void trace_hasNoValues() {
        ExecutionResult result = trace(ListenedShop.tables(), "{ outputs { orders { user { name } } } }");

        assertThat(result.getExtensions())
                .asString()
                .doesNotContain(ListenedShop.ANN.toString(), ListenedShop.BOB.toString(), "Bob");
    }

    @Test
    void requestsOfOneContext_areTracedEachForItself() throws Exception {
        GraphQL graphQL = ListenedShop.graphQL(ListenedShop.tables(), builder -> builder.joinTrace(DEVELOPERS));
        ExecutionInput first = ExecutionInput.newExecutionInput("{ outputs { user { name } } }")
                .dataLoaderRegistry(new DataLoaderRegistry())
                .graphQLContext(Map.of("developer", true))
                .build();
        ExecutionInput second = first.transform(input -> input.query("{ outputs { orders { id } } }"));

        graphQL.executeAsync(first).get();
        ExecutionResult traced = graphQL.executeAsync(second).get();
        first.getGraphQLContext().put("developer", false);
        ExecutionResult untraced = graphQL.executeAsync(second).get();

        assertThat(joins(traced)).extracting(join -> join.get("relationship")).containsExactly("Output.orders");
        assertThat(untraced.getExtensions()).isNull();
    }

    @Test
    void eventsOfASubscription_areTracedEachForItself() {
        Map<String, Object> one = Map.of("id", ListenedShop.ANN);
        Map<String, Object> two = Map.of("id", ListenedShop.BOB);
        Service service = Service.of(
                ListenedShop.dovetail(
                        Dovetail.builder().tables(ListenedShop.tables()).joinTrace(DEVELOPERS)),
                "type Query { version: String } type Mutation { v: String } type Subscription { output: Output }",
                wiring -> wiring.type(
                        "Subscription", type -> type.dataFetcher("output", environment -> new Events(one, two))));

        ExecutionResult result = service.execute(
                "subscription { output { orders { id } user { name } } }",
                input -> input.graphQLContext(Map.of("developer", true)));

        assertThat(Events.answers(result))
                .hasSize(2)
                .allSatisfy(event -> assertThat(joins(event))
                        .extracting(join -> join.get("relationship") + " " + join.get("paths"))
                        .containsExactlyInAnyOrder("Output.orders [output.orders]", "Output.user [output.user]"));
    }

    private static List<Map<String, Object>> joins(String query) {
        ExecutionResult result = trace(ListenedShop.tables(), query);
        assertThat(result.getErrors()).isEmpty();
        return joins(result);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> joins(ExecutionResult result) {
        Map<String, Object> trace = (Map<String, Object>) result.getExtensions().get("dovetail");
        assertThat((Double) trace.get("millis")).isPositive();
        return (List<Map<String, Object>>) trace.get("joins");
    }

    private static ExecutionResult trace(TableSource source, String query) {
        return service(source).execute(query, input -> input.graphQLContext(Map.of("developer", true)));
    }

    private static Service service(TableSource source) {
        return ListenedShop.service(source, builder -> builder.joinTrace(DEVELOPERS));
    }
}
