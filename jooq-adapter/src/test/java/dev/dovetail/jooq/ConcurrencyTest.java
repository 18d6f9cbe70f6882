package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch takes one connection, and the host says how many there are at once: by its executor, or by its pool. */
final class ConcurrencyTest {

    private static final String QUERY = """
            { owners { a { v b { v c { v } } other: c { v } } b { v a { v } } again: b { v } c { v } } }
            """;

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private final ExecutorService requests = Executors.newCachedThreadPool();
    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table a (owner int, v int)",
                "create table b (owner int, v int)",
                "create view c as select owner, v + length(pg_sleep(0.005)::text) as v from a",
                "insert into a values (1, 10), (2, 20)",
                "insert into b values (1, 30), (2, 40)");
    }

    @AfterEach
    void stop() {
        requests.shutdownNow();
    }

    @Test
    void request_withoutAnExecutor_takesOneConnection() {
        ExecutionResult result = service(null)
                .execute(QUERY, Owners.through(watched(TestDatabase.server().dataSource())));

        assertThat(result.getErrors()).isEmpty();
        assertThat(leaks.mostConnections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void requestsTogether_takeNoMoreConnectionsThanTheExecutorHasThreads(int threads) {
        ExecutorService lookups = Executors.newFixedThreadPool(threads);
        try {
            assertWhole(service(lookups), watched(TestDatabase.server().dataSource()), 8);
            assertThat(leaks.mostConnections()).isBetween(1, threads);
        } finally {
            lookups.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "1, true", "2, true"})
    void requestsTogether_waitForThePoolAndNeverForEachOther(int size, boolean executor) {
        ExecutorService lookups = Executors.newCachedThreadPool();
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(size);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertWhole(service(executor ? lookups : null), watched(pool), 8);
            assertThat(leaks.mostConnections()).isBetween(1, size);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        } finally {
            lookups.shutdownNow();
        }
    }

    /** An executor's threads have one transaction, and one connection, between them. */
    @Test
    void lookupsAtOnce_inOneTransaction_takeTurns() {
        ExecutorService lookups = Executors.newCachedThreadPool();
        database.run("create view broken as select owner, 1 / (v - v) as v from a");
        Service service = Owners.of(database, ConnectionUse.HOST_SESSION::source, "a", "b", "c", "broken")
                .nested()
                .and(dovetail -> dovetail.batchExecutor(lookups))
                .service();
        ConnectionUse.grant(database);
        DSLContext dsl = watched(TestDatabase.server().dataSource());
        try {
            for (int i = 0; i < 20; i++) {
                ExecutionResult result = dsl.transactionResult(transaction -> {
                    transaction.dsl().execute("insert into b values (3, 50)");
                    ExecutionResult answer = service.execute(
                            "{ owners { a { v broken { v } c { v } b { v } } broken { v } b { v } c { v } } }",
                            Owners.through(transaction.dsl()));
                    transaction.dsl().execute("delete from b where owner = 3");
                    return answer;
                });
                assertThat(Service.codes(result))
                        .hasSize(4)
                        .allMatch(code -> code.endsWith("broken] table-lookup-failed"));
            }
        } finally {
            lookups.shutdownNow();
        }
    }

    private void assertWhole(Service service, DSLContext dsl, int requestsAtOnce) {
        List<CompletableFuture<ExecutionResult>> running = IntStream.range(0, requestsAtOnce)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> service.execute(QUERY, Owners.through(dsl)), requests))
                .toList();
        String whole = service.execute(QUERY, Owners.through(database.plain()))
                .getData()
                .toString();
        assertThat(running).allSatisfy(future -> {
            assertThat(future.join().getErrors()).isEmpty();
            assertThat(future.join().getData().toString()).isEqualTo(whole);
        });
        assertThat(whole).contains("again=[{v=30}]", "again=[{v=40}]");
    }

    private DSLContext watched(DataSource dataSource) {
        return DSL.using(leaks.watch(dataSource), SQLDialect.POSTGRES);
    }

    private Service service(ExecutorService lookups) {
        return Owners.of(database, source -> {}, "a", "b", "c")
                .nested()
                .and(dovetail -> {
                    if (lookups != null) {
                        dovetail.batchExecutor(lookups);
                    }
                })
                .service();
    }
}
