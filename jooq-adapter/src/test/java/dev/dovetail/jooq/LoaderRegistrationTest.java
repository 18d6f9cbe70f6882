package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.registries.DispatchPredicate;
import org.dataloader.registries.ScheduledDataLoaderRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins are batched in every registry that a host or framework may bring, and in every dispatch mode. */
final class LoaderRegistrationTest {

    private static final String QUERY = "{ outputs { user { name orders { total } } hosts } }";
    private static final String DATA = "[{user={name=Ann, orders=[{total=7}, {total=8}]}, hosts=h1},"
            + " {user={name=Bob, orders=[{total=9}]}, hosts=h2}, {user=null, hosts=h3}]";

    private Outputs outputs;

    @BeforeEach
    void create() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table orders (user_id int, total int)",
                "insert into users values (1, 'Ann'), (2, 'Bob')",
                "insert into orders values (1, 7), (2, 9), (1, 8)");
        outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("total")
                                .build())
                .host(
                        "type Query { version: String } extend type Output { hosts: String }",
                        wiring -> wiring.type(
                                "Output",
                                type -> type.dataFetcher("hosts", environment -> {
                                    Map<String, Object> output = environment.getSource();
                                    DataLoader<Object, Object> loader = environment.getDataLoader("hosts");
                                    return loader == null ? "h" + output.get("key") : loader.load(output.get("key"));
                                })))
                .answering(keys(1, 2, 3));
    }

    @Test
    void noRegistry_instrumented_isGivenOne() {
        assertJoined(outputs.ask(QUERY, input -> {}));
    }

    @Test
    void noRegistry_notInstrumented_isACodedErrorAndNoHang() {
        outputs.service(outputs.graphQL()
                .instrumentation(new SimplePerformantInstrumentation())
                .build());

        Outcome outcome = outputs.ask("{ outputs { key user { name } } }", input -> {});

        assertThat(outcome.data()).isEqualTo("[{key=1, user=null}, {key=2, user=null}, {key=3, user=null}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, user] instrumentation-missing",
                        "[outputs, 1, user] instrumentation-missing",
                        "[outputs, 2, user] instrumentation-missing");
        assertThat(outcome.errors()).contains("dovetail.instrumentation()");
        assertThat(outcome.statements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void plainRegistry_ofTheHosts_isUsedWithItsOwnLoaders(boolean instrumented) {
        if (!instrumented) {
            outputs.service(outputs.graphQL()
                    .instrumentation(new SimplePerformantInstrumentation())
                    .build());
        }
        DataLoaderRegistry registry = new DataLoaderRegistry();
        registry.register("hosts", hosts());

        assertJoined(outputs.ask(QUERY, input -> input.dataLoaderRegistry(registry)));
        // What is joined to rows is loaded with them, and needs no loader.
        assertThat(registry.getKeys()).containsExactlyInAnyOrder("hosts", "dovetail:Output.user");
    }

    /** As Netflix DGS builds it: nothing is dispatched but loaders that bring a predicate of their own. */
    @Test
    void scheduledRegistry_thatNeverDispatches_dispatchesJoins() {
        try (ScheduledDataLoaderRegistry registry = ScheduledDataLoaderRegistry.newScheduledRegistry()
                .dispatchPredicate(DispatchPredicate.DISPATCH_NEVER)
                .build()) {
            registry.register("hosts", hosts(), DispatchPredicate.DISPATCH_ALWAYS);

            assertJoined(outputs.ask(QUERY, input -> input.dataLoaderRegistry(registry)));
        }
    }

    static Stream<Consumer<ExecutionInput.Builder>> registries() {
        return Stream.of(
                input -> {},
                input -> input.dataLoaderRegistry(new DataLoaderRegistry()),
                input -> input.dataLoaderRegistry(ScheduledDataLoaderRegistry.newScheduledRegistry()
                        .dispatchPredicate(DispatchPredicate.DISPATCH_NEVER)
                        .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__GJ_enable_data_loader_chaining", "__GJ_enable_data_loader_exhausted_dispatching"})
    void dispatchMode_chainedOrExhausted_joinsInAnyRegistry(String mode) {
        assumeTrue(hasDispatchModes(), "graphql-java 25 or later");

        registries()
                .forEach(registry -> assertJoined(outputs.ask(QUERY, input -> {
                    registry.accept(input);
                    input.graphQLContext(Map.of(mode, true));
                })));
    }

    /** The first load of a relationship is the one that has to register its loader, here it is also the last. */
    @ParameterizedTest
    @ValueSource(
            strings = {"none", "__GJ_enable_data_loader_chaining", "__GJ_enable_data_loader_exhausted_dispatching"})
    void dispatchMode_singleParent_isJoinedInAnyRegistry(String mode) {
        assumeTrue(mode.equals("none") || hasDispatchModes(), "graphql-java 25 or later");
        outputs.answering(keys(1));

        registries().forEach(registry -> {
            Outcome outcome = outputs.ask("{ outputs { user { name orders { total } } } }", input -> {
                registry.accept(input);
                input.graphQLContext(Map.of(mode, true));
            });

            assertThat(outcome.codes()).isEmpty();
            assertThat(outcome.data()).isEqualTo("[{user={name=Ann, orders=[{total=7}, {total=8}]}}]");
            assertThat(outcome.statements()).hasSize(2);
        });
    }

    /** As Spring's observation does for every request. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void registry_replacedByAnotherInstrumentation_isFoundWhereItIs(boolean after) {
        Instrumentation replacing = new SimplePerformantInstrumentation() {
            @Override
            public ExecutionInput instrumentExecutionInput(
                    ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
                DataLoaderRegistry replacement = new DataLoaderRegistry();
                input.getDataLoaderRegistry().getDataLoadersMap().forEach(replacement::register);
                return input.transform(builder -> builder.dataLoaderRegistry(replacement));
            }
        };
        GraphQL.Builder service = outputs.graphQL();
        Instrumentation ours = service.build().getInstrumentation();
        outputs.service(service.instrumentation(
                        after
                                ? new ChainedInstrumentation(ours, replacing)
                                : new ChainedInstrumentation(replacing, ours))
                .build());

        assertJoined(outputs.ask(QUERY, input -> {}));
        assertJoined(outputs.ask(QUERY, input -> input.dataLoaderRegistry(new DataLoaderRegistry())));
    }

    private static void assertJoined(Outcome outcome) {
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo(DATA);
        assertThat(outcome.statements()).hasSize(2);
    }

    private static DataLoader<Object, Object> hosts() {
        return DataLoaderFactory.newDataLoader(keys -> CompletableFuture.completedFuture(
                keys.stream().map(key -> (Object) ("h" + key)).toList()));
    }

    private static boolean hasDispatchModes() {
        return Stream.of(GraphQL.class.getMethods())
                        .anyMatch(method -> method.getName().equals("unusualConfiguration"))
                && isPresent("graphql.GraphQLUnusualConfiguration$DataloaderConfig");
    }

    private static boolean isPresent(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
