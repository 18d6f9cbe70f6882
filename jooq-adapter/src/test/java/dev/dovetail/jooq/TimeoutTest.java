package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionResult;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A statement that takes too long fails its own fields, and its connection serves the next request. */
final class TimeoutTest {

    private static final String QUERY = "{ owners { slow { v } fine { v } } }";

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private TestDatabase database;
    private HikariDataSource pool;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table fine (owner int, v int)",
                "insert into fine values (1, 10), (2, 20)",
                "create table delay (seconds float8)",
                "insert into delay values (60)",
                "create view slow as select f.* from fine f, delay d, pg_sleep(d.seconds)");
        ConnectionUse.grant(database);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void timeoutOfJooqsSettings_failsTheSlowFieldAlone(ConnectionUse use) {
        assertBounded(use, pool(""), new Settings().withQueryTimeout(1));
    }

    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void timeoutOfTheServer_failsTheSlowFieldAlone(ConnectionUse use) {
        assertBounded(use, pool("-c statement_timeout=1000"), new Settings());
    }

    @Test
    void tableThatIsLocked_isBoundedByTheServersLockTimeout() {
        HikariDataSource bounded = pool("-c lock_timeout=300");
        database.plain().transaction(other -> {
            other.dsl().execute("lock table delay in access exclusive mode");
            ExecutionResult result = Owners.of(database, source -> {}, "fine", "slow")
                    .service()
                    .execute(QUERY, Owners.through(dsl(bounded, new Settings())));
            assertSlowFailed(result);
        });
    }

    private void assertBounded(ConnectionUse use, HikariDataSource bounded, Settings settings) {
        DSLContext dsl = dsl(bounded, settings);
        Service service = Owners.of(database, use::source, "fine", "slow")
                .and(use::limits)
                .service();
        long start = System.nanoTime();

        assertSlowFailed(answer(service, use, dsl));

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
        database.run("update delay set seconds = 0");
        ExecutionResult next = answer(service, use, dsl);
        assertThat(next.getErrors()).isEmpty();
        assertThat(next.getData().toString()).contains("slow=[{v=20}]", "fine=[{v=20}]");
    }

    private static ExecutionResult answer(Service service, ConnectionUse use, DSLContext dsl) {
        return use.isOfHost()
                ? dsl.transactionResult(transaction -> service.execute(QUERY, Owners.through(transaction.dsl())))
                : service.execute(QUERY, Owners.through(dsl));
    }

    private static void assertSlowFailed(ExecutionResult result) {
        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[owners, 0, slow] table-lookup-failed", "[owners, 1, slow] table-lookup-failed");
        assertThat(result.getData().toString())
                .isEqualTo("{owners=[{slow=null, fine=[{v=10}]}, {slow=null, fine=[{v=20}]}]}");
    }

    private DSLContext dsl(HikariDataSource bounded, Settings settings) {
        return DSL.using(leaks.watch(bounded), SQLDialect.POSTGRES, settings);
    }

    private HikariDataSource pool(String options) {
        PGSimpleDataSource server = (PGSimpleDataSource) TestDatabase.server().dataSource();
        if (!options.isEmpty()) {
            server.setOptions(options);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
        return pool;
    }
}
