package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins are dispatched, and in as few batches, however and whenever their parents complete. */
final class DispatchTest {

    private final ExecutorService others = Executors.newCachedThreadPool();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table orders (user_id int, total int)",
                "insert into users values (1, 'Ann'), (2, 'Bob')",
                "insert into orders values (1, 7), (2, 9)");
    }

    @AfterEach
    void shutDown() {
        others.shutdownNow();
    }

    @Test
    void action_completesLateOnAnotherThread_isJoined() throws Exception {
        CompletableFuture<Object> action = new CompletableFuture<>();
        GraphQL service = joined().answering(action).graphQL().build();
        database.forget();

        CompletableFuture<ExecutionResult> result =
                service.executeAsync(input -> input.query("{ outputs { user { name orders { total } } } }"));
        assertThat(result).isNotDone();
        assertThat(database.statements()).isEmpty();
        others.execute(() -> action.complete(keys(1, 2)));

        assertThat(result.get(30, TimeUnit.SECONDS).getErrors()).isEmpty();
        assertThat(result.get().<Object>getData())
                .hasToString(
                        "{outputs=[{user={name=Ann, orders=[{total=7}]}}, {user={name=Bob, orders=[{total=9}]}}]}");
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void siblings_completeOneAfterTheOther_shareTheirBatches() throws Exception {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        GraphQL service = joined().host(
                        "type Query { first: [Output] second: [Output] }",
                        wiring -> wiring.type(
                                "Query",
                                type -> type.dataFetcher("first", environment -> first)
                                        .dataFetcher("second", environment -> second)))
                .graphQL()
                .build();
        database.forget();

        CompletableFuture<ExecutionResult> result = service.executeAsync(input ->
                input.query("{ first { user { name orders { total } } } second { user { name orders { total } } } }"));
        others.submit(() -> second.complete(keys(2))).get(30, TimeUnit.SECONDS);
        assertThat(result).isNotDone();
        others.submit(() -> first.complete(keys(1))).get(30, TimeUnit.SECONDS);

        assertThat(result.get(30, TimeUnit.SECONDS).<Object>getData())
                .hasToString("{first=[{user={name=Ann, orders=[{total=7}]}}],"
                        + " second=[{user={name=Bob, orders=[{total=9}]}}]}");
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void action_fails_itsSiblingIsStillJoined() {
        Outputs outputs = joined().host(
                        "type Query { broken: [Output] }",
                        wiring -> wiring.type(
                                "Query",
                                type -> type.dataFetcher(
                                        "broken",
                                        environment ->
                                                CompletableFuture.failedFuture(new IllegalStateException("broken")))))
                .answering(keys(1));

        Outcome outcome = outputs.ask("{ broken { user { name } } outputs { user { name } } }", input -> {});

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann}}]");
        assertThat(outcome.codes()).containsExactly("[broken] null");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void listsOfLists_areOneLevel() {
        Outputs outputs = Outputs.of(database, "[[Output!]]", "type Output { key: Int }");
        declare(outputs).answering(Arrays.asList(keys(1, 2), null, List.of(), keys(2)));

        Outcome outcome = outputs.select("{ user { name orders { total } } }");

        assertThat(outcome.data())
                .isEqualTo("[[{user={name=Ann, orders=[{total=7}]}}, {user={name=Bob, orders=[{total=9}]}}],"
                        + " null, [], [{user={name=Bob, orders=[{total=9}]}}]]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
    }

    @Test
    void batchExecutor_runsTheLookups() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Outputs outputs = joined().and(dovetail -> dovetail.batchExecutor(task -> others.execute(() -> {
                    threads.add(Thread.currentThread().getName());
                    task.run();
                })))
                .answering(keys(1, 2));

        Outcome outcome = outputs.select("{ user { name orders { total } } also: user { id } }");

        assertThat(outcome.data())
                .isEqualTo("[{user={name=Ann, orders=[{total=7}]}, also={id=1}},"
                        + " {user={name=Bob, orders=[{total=9}]}, also={id=2}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(3);
        assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread().getName());
    }

    /** Two lookups that each wait for the other to have begun would never end if they ran one after the other. */
    @Test
    void batchExecutor_lookupsOfOneLevel_runAtTheSameTime() {
        CountDownLatch begun = new CountDownLatch(2);
        Outputs outputs = joined().and(dovetail -> dovetail.batchExecutor(task -> others.execute(() -> {
                    begun.countDown();
                    await(begun);
                    task.run();
                })))
                .answering(keys(1, 2));

        Outcome outcome = outputs.select("{ user { name } also: user { id } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
    }

    @Test
    void batchExecutorFrom_whatContextSays_isBoundToTheThreadOfTheLookups() {
        ThreadLocal<String> caller = new ThreadLocal<>();
        Set<String> callers = ConcurrentHashMap.newKeySet();
        Configuration told = database.dsl()
                .configuration()
                .deriveAppending(
                        ExecuteListener.onExecuteStart(statement -> callers.add(String.valueOf(caller.get()))));
        Outputs outputs = joined().and(dovetail -> dovetail.tables(JooqTableSource.of(DSL.using(told)))
                        .batchExecutorFrom(context -> lookup -> others.execute(() -> {
                            caller.set(context.get("caller"));
                            lookup.run();
                            caller.remove();
                        })))
                .answering(keys(1, 2));
        outputs.service(outputs.graphQL().build());
        callers.clear();

        Outcome outcome = outputs.ask(
                "{ outputs { user { orders { total } } } }", input -> input.graphQLContext(Map.of("caller", "Ann")));

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
        assertThat(callers).containsExactly("Ann");
    }

    @Test
    void batchExecutorFrom_givesNoExecutor_failsTheFieldsOfTheBatch() {
        Outputs outputs = joined().and(dovetail -> dovetail.batchExecutorFrom(context -> null))
                .answering(keys(1));

        Outcome outcome = outputs.select("{ key user { name } }");

        assertThat(outcome.data()).isEqualTo("[{key=1, user=null}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, user] table-lookup-failed");
    }

    @Test
    void instrumentation_thatMakesFetchersAsync_leavesJoinsInPlace() throws Exception {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        GraphQL.Builder builder = joined().answering(keys(1, 2)).graphQL();
        GraphQL service = builder.instrumentation(new ChainedInstrumentation(
                        builder.build().getInstrumentation(), new EverythingAsync(tasks::add)))
                .build();
        database.forget();

        CompletableFuture<ExecutionResult> result =
                service.executeAsync(input -> input.query("{ outputs { key user { name orders { total } } } }"));
        while (!result.isDone()) {
            Runnable task = tasks.poll();
            assertThat(task).as("what the request waits for").isNotNull();
            task.run();
        }

        assertThat(result.get().getErrors()).isEmpty();
        assertThat(result.get().<Object>getData())
                .hasToString("{outputs=[{key=1, user={name=Ann, orders=[{total=7}]}},"
                        + " {key=2, user={name=Bob, orders=[{total=9}]}}]}");
        assertThat(database.statements()).hasSize(2);
    }

    private Outputs joined() {
        return declare(Outputs.of(database, "key: Int"));
    }

    private static Outputs declare(Outputs outputs) {
        return outputs.table("users", "User")
                .table("orders", "Order")
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves alone what says that it is trivial, as frameworks do. */
    private static final class EverythingAsync extends SimplePerformantInstrumentation {

        private final Executor executor;

        EverythingAsync(Executor executor) {
            this.executor = executor;
        }

        @Override
        public DataFetcher<?> instrumentDataFetcher(
                DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
            return parameters.isTrivialDataFetcher()
                    ? fetcher
                    : environment -> CompletableFuture.supplyAsync(() -> value(fetcher, environment), executor);
        }

        private static Object value(DataFetcher<?> fetcher, DataFetchingEnvironment environment) {
            try {
                return fetcher.get(environment);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
