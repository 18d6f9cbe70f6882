package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing is lost, and nothing is delivered twice within a lease, though two of four worker processes are killed under
 * load and started again. {@code -Ddovetail.asyncCalls=1000} makes fewer calls.
 */
final class AsyncKillTest {

    private static final int CALLS = Integer.getInteger("dovetail.asyncCalls", 10_000);
    private static final int CALLS_OF_A_REQUEST = 100;
    private static final int WORKERS = 4;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

    private static final String COMPLETED = "dovetail_async_action where status = 'completed'";

    /** Deliveries that began before the lease of an earlier one of the same call ended, or before that one ended. */
    private static final String OVERLAPPING = "deliveries later join deliveries earlier"
            + " on later.id = earlier.id and later.attempt > earlier.attempt"
            + " where later.leased_at < earlier.leased_until or later.began_at < earlier.ended_at";

    /** Calls whose handler gave what belongs to their arguments, and acted once. */
    private static final String RIGHT = "effects e join dovetail_async_action a using (id)"
            + " where e.number = (a.output::text)::int and e.number = (a.arguments->>'number')::int";

    private final List<Process> workers = new ArrayList<>();
    private final Random random = new Random();
    private final ExecutorService client = Executors.newSingleThreadExecutor();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(JooqAsyncActions.ddl());
        database.run(AsyncWorkerProcess.DDL);
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.shutdownNow();
        for (Process worker : workers) {
            worker.destroyForcibly().waitFor();
        }
    }

    @Test
    void workersAreKilled_everyCallCompletes_andNoLeasesOverlap() throws Exception {
        Future<?> calls = client.submit(this::call);
        await(CALLS / 2, "dovetail_async_action");
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(start());
        }

        int victim = random.nextInt(WORKERS);
        await(CALLS / 4, COMPLETED);
        killAndRestart(victim);
        await(CALLS / 2, COMPLETED);
        killAndRestart((victim + 1 + random.nextInt(WORKERS - 1)) % WORKERS);
        calls.get(5, TimeUnit.MINUTES);
        await(CALLS, COMPLETED);

        int redelivered = count("dovetail_async_action where attempts > 1");
        System.out.printf(
                "%,d asynchronous actions, %d worker processes, 2 killed and restarted: %,d completed, %,d effects,"
                        + " %,d deliveries, %,d calls taken up again, %,d overlapping leases%n",
                CALLS,
                WORKERS,
                count(COMPLETED),
                count("effects"),
                count("deliveries"),
                redelivered,
                count(OVERLAPPING));
        assertThat(count("dovetail_async_action")).isEqualTo(CALLS);
        assertThat(count(COMPLETED)).isEqualTo(CALLS);
        assertThat(count("effects")).isEqualTo(CALLS);
        assertThat(count(RIGHT)).isEqualTo(CALLS);
        assertThat(redelivered).isPositive();
        assertThat(count(OVERLAPPING)).isZero();
    }

    /** All calls, a hundred in each request. */
    private void call() {
        try (HikariDataSource pool = AsyncWorkerProcess.pool(url(), user())) {
            Service service = Service.of(
                    AsyncWorkerProcess.dovetail(DSL.using(pool, SQLDialect.POSTGRES)),
                    "type Query { version: String }");
            for (int first = 0; first < CALLS; first += CALLS_OF_A_REQUEST) {
                service.data(IntStream.range(first, Math.min(CALLS, first + CALLS_OF_A_REQUEST))
                        .mapToObj(number -> "c" + number + ": work(number: " + number + ")")
                        .collect(Collectors.joining(" ", "mutation {", "}")));
            }
        }
    }

    private void killAndRestart(int victim) throws Exception {
        Process worker = workers.get(victim);
        await(1, "deliveries where ended_at is null and pid = " + worker.pid());
        worker.destroyForcibly().waitFor();
        workers.set(victim, start());
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AsyncWorkerProcess.class.getName(),
                        url(),
                        user())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void await(int least, String rows) throws InterruptedException {
        long start = System.nanoTime();
        while (count(rows) < least) {
            assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(LONGEST);
            Thread.sleep(20); // between two looks at what other processes do
        }
    }

    private int count(String rows) {
        return database.plain().fetchOne("select count(*) from " + rows).get(0, Integer.class);
    }

    private static String url() {
        return TestDatabase.server().jdbcUrl();
    }

    private static String user() {
        return TestDatabase.server().user();
    }
}
