package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that is cancelled stops the SQL that runs for it, and begins no more. */
final class CancellationTest {

    private static final String QUERY = "{ owners { id fine { v } slow { v fine { v } } } }";

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private TestDatabase database;
    private HikariDataSource pool;
    private DSLContext dsl;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table fine (owner int, v int)",
                "insert into fine values (1, 10), (2, 20)",
                "create table written (v int)",
                "create table delay (seconds float8)",
                "insert into delay values (60)",
                "create view slow as select f.* from fine f, delay d, pg_sleep(d.seconds)",
                "create view drip as select f.owner, f.v + length(pg_sleep(0.01)::text) as v"
                        + " from fine f, generate_series(1, 10000)");
        ConnectionUse.grant(database);
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(20_000);
        pool = new HikariDataSource(config);
        dsl = database.recorded(
                new DefaultConfiguration().set(leaks.watch(pool)).set(SQLDialect.POSTGRES));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void statementThatRuns_isCancelledByDovetail(ConnectionUse use) throws Exception {
        Owners owners = owners(use);
        ExecutionResult result = cancelled(owners, use, owners.dovetail()::cancel);

        assertAborted(result);
        assertNextRequestIsWhole(owners, use);
    }

    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void statementThatRuns_isCancelledByTheEngine(ConnectionUse use) throws Exception {
        assumeTrue(GraphQLJava.version() >= 25, "ExecutionInput.cancel() is new in graphql-java 25");
        Owners owners = owners(use);
        ExecutionResult result = cancelled(
                owners, use, input -> ExecutionInput.class.getMethod("cancel").invoke(input));

        assertAborted(result);
        assertNextRequestIsWhole(owners, use);
    }

    @Test
    void statementOnAnExecutor_isCancelledToo() throws Exception {
        Owners owners = owners(ConnectionUse.AUTO_COMMIT).and(dovetail -> dovetail.batchExecutor(executor));

        assertAborted(cancelled(owners, ConnectionUse.AUTO_COMMIT, owners.dovetail()::cancel));
        assertNextRequestIsWhole(owners, ConnectionUse.AUTO_COMMIT);
    }

    @Test
    void requestThatWaitsForAConnection_beginsNoStatement() throws Exception {
        Owners owners = owners(ConnectionUse.AUTO_COMMIT);
        GraphQL graphQL = owners.graphQL();
        ExecutionInput input = input(QUERY, dsl);
        CompletableFuture<ExecutionResult> running;
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            database.forget();
            running = CompletableFuture.supplyAsync(() -> graphQL.execute(input), executor);
            while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                // between two looks at what waits elsewhere, which tells nobody
                Thread.sleep(10);
            }
            owners.dovetail().cancel(input);
        }

        assertAborted(running.get(20, TimeUnit.SECONDS));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void resultThatIsFetchedInParts_isNotFetchedToItsEnd() throws Exception {
        Owners owners = Owners.of(database, source -> {}, "drip").and(ConnectionUse.METERED::limits);
        GraphQL graphQL = owners.graphQL();
        ExecutionInput input = input("{ owners { drip { v } } }", dsl);
        CompletableFuture<ExecutionResult> running =
                CompletableFuture.supplyAsync(() -> graphQL.execute(input), executor);
        awaitSleeping(1);
        owners.dovetail().cancel(input);

        assertThat(running.get(10, TimeUnit.SECONDS).getErrors()).isNotEmpty();
        awaitSleeping(0);
    }

    @Test
    void requestThatWasCancelledBefore_asksNothing() {
        assumeTrue(GraphQLJava.version() >= 25, "ExecutionInput.cancel() is new in graphql-java 25");
        Owners owners = owners(ConnectionUse.AUTO_COMMIT);
        GraphQL graphQL = owners.graphQL();
        ExecutionInput input = input(QUERY, dsl);
        owners.dovetail().cancel(input);
        database.forget();

        assertThat(graphQL.execute(input).getErrors()).isNotEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void otherRequests_areLeftAlone() throws Exception {
        Owners owners = owners(ConnectionUse.AUTO_COMMIT);
        database.run("update delay set seconds = 2");
        GraphQL graphQL = owners.graphQL();
        ExecutionInput first = input(QUERY, dsl);
        ExecutionInput second = input(QUERY, dsl);
        CompletableFuture<ExecutionResult> cancelled =
                CompletableFuture.supplyAsync(() -> graphQL.execute(first), executor);
        CompletableFuture<ExecutionResult> other =
                CompletableFuture.supplyAsync(() -> graphQL.execute(second), executor);
        awaitSleeping(2);
        owners.dovetail().cancel(first);

        assertThat(cancelled.get(20, TimeUnit.SECONDS).getErrors()).isNotEmpty();
        assertThat(other.get(20, TimeUnit.SECONDS).getErrors()).isEmpty();
    }

    private interface Canceller {
        void cancel(ExecutionInput input) throws Exception;
    }

    /** What a request answers that is cancelled while the database sleeps; its statement ends long before it would have woken up. */
    private ExecutionResult cancelled(Owners owners, ConnectionUse use, Canceller canceller) throws Exception {
        GraphQL graphQL = owners.graphQL();
        CompletableFuture<ExecutionInput> begun = new CompletableFuture<>();
        CompletableFuture<ExecutionResult> running = CompletableFuture.supplyAsync(
                () -> {
                    if (!use.isOfHost()) {
                        ExecutionInput input = input(QUERY, dsl);
                        begun.complete(input);
                        return graphQL.execute(input);
                    }
                    return dsl.transactionResult(transaction -> {
                        transaction.dsl().execute("insert into written values (1)");
                        ExecutionInput input = input(QUERY, transaction.dsl());
                        begun.complete(input);
                        ExecutionResult result = graphQL.execute(input);
                        transaction.dsl().execute("insert into written values (2)");
                        return result;
                    });
                },
                executor);
        awaitSleeping(1);
        canceller.cancel(begun.get());
        awaitSleeping(0);
        ExecutionResult result = running.get(20, TimeUnit.SECONDS);
        assertThat(database.plain().fetchValue("select count(*) from written")).isEqualTo(use.isOfHost() ? 2L : 0L);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        return result;
    }

    private static ExecutionInput input(String query, DSLContext dsl) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query);
        Owners.through(dsl).accept(input);
        return input.build();
    }

    /** From 25 on, the engine itself gives up; before, it shows what there is. */
    private static void assertAborted(ExecutionResult result) {
        if (GraphQLJava.version() >= 25) {
            assertThat(result.<Object>getData()).isNull();
            assertThat(result.getErrors()).hasSize(1);
        } else {
            assertThat(Service.codes(result)).isNotEmpty().allMatch(code -> code.endsWith("table-lookup-failed"));
            assertThat(result.getErrors().toString()).contains("the request was cancelled");
            assertThat(result.getData().toString()).contains("slow=null", "id=2");
        }
    }

    private void assertNextRequestIsWhole(Owners owners, ConnectionUse use) {
        database.run("update delay set seconds = 0");
        ExecutionResult result = use.isOfHost()
                ? dsl.transactionResult(transaction -> owners.graphQL().execute(input(QUERY, transaction.dsl())))
                : owners.graphQL().execute(input(QUERY, dsl));
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getData().toString()).contains("slow=[{v=20, fine=[{v=20}]}]");
    }

    private Owners owners(ConnectionUse use) {
        return Owners.of(database, use::source, "fine", "slow").nested().and(use::limits);
    }

    private void awaitSleeping(int backends) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        long sleeping = -1;
        while (sleeping != backends && System.nanoTime() < deadline) {
            // between two looks at what waits elsewhere, which tells nobody
            Thread.sleep(10);
            sleeping = database.plain()
                    .fetchSingle("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                    .into(long.class);
        }
        assertThat(sleeping).isEqualTo(backends);
    }
}
