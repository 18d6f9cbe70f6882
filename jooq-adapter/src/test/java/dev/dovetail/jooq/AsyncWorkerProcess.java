package dev.dovetail.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Dovetail;
import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionDelivery;
import dev.dovetail.definition.AsyncPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A process that delivers calls of the action {@code work} until its input ends, or until it is killed. */
final class AsyncWorkerProcess {

    static final String[] DDL = {
        "create table deliveries (id uuid, attempt int, pid bigint, leased_at timestamptz, leased_until timestamptz,"
                + " began_at timestamptz default clock_timestamp(), ended_at timestamptz, primary key (id, attempt))",
        "create table effects (id uuid primary key, number int)",
    };

    private AsyncWorkerProcess() {}

    /**
     * @param arguments the database's URL and its user
     */
    public static void main(String[] arguments) throws IOException {
        try (HikariDataSource pool = pool(arguments[0], arguments[1])) {
            DSLContext dsl = DSL.using(pool, SQLDialect.POSTGRES);
            AsyncActionWorker worker = dovetail(dsl)
                    .asyncActionWorker()
                    .lease(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(50))
                    .concurrency(8)
                    .batchSize(8)
                    .start();
            try (worker) {
                while (System.in.read() >= 0) {
                    // the test's process holds the other end
                }
            }
        }
    }

    static HikariDataSource pool(String url, String user) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(6);
        return new HikariDataSource(pool);
    }

    static Dovetail dovetail(DSLContext dsl) {
        return Dovetail.builder()
                .asyncActions(JooqAsyncActions.of(dsl))
                .action(ActionDefinition.mutation("work")
                        .argument("number", "Int!")
                        .returns("Int")
                        .handler(call -> work(dsl, call))
                        .asynchronous(AsyncPolicy.builder().attempts(20).build())
                        .build())
                .build();
    }

    /** Notes the delivery, acts once for each id, and notes its end. */
    private static Object work(DSLContext dsl, ActionCall call) throws InterruptedException {
        ActionDelivery delivery = call.delivery();
        int number = call.<Integer>argument("number");
        dsl.execute(
                "insert into deliveries (id, attempt, pid, leased_at, leased_until)"
                        + " values (?, ?, ?, ?::timestamptz, ?::timestamptz)",
                delivery.id(),
                delivery.attempt(),
                ProcessHandle.current().pid(),
                delivery.leasedAt().toString(),
                delivery.leasedUntil().toString());
        // Work that takes its time, so that a kill meets handlers that run.
        Thread.sleep(ThreadLocalRandom.current().nextInt(20));
        dsl.execute("insert into effects values (?, ?) on conflict do nothing", delivery.id(), number);
        dsl.execute(
                "update deliveries set ended_at = clock_timestamp() where id = ? and attempt = ?",
                delivery.id(),
                delivery.attempt());
        return number;
    }
}
