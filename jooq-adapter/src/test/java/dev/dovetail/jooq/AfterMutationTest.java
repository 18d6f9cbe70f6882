package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import dev.dovetail.jooq.Replicas.Replica;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mutation wrote is never missing from its own joins: they read the primary, or wait for a standby. */
final class AfterMutationTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ZOE = "{rename={row={name=Zoe}}}";

    private Replicas replicas;
    private Replica primary;
    private Replica first;
    private Replica second;

    @BeforeEach
    void start() {
        replicas = Replicas.with(StandbyService.DDL);
        primary = replicas.primary();
        first = replicas.standby(0);
        second = replicas.standby(1);
    }

    @Test
    void joins_readThePrimary() {
        StandbyService service = service(Duration.ZERO);
        first.pause();
        second.pause();

        assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);
        assertThat(replicas.counts()).containsExactly(1, 0, 0);
    }

    @Test
    void joins_thatMayWait_readAStandbyThatHasCaughtUp() {
        StandbyService service = service(LONG);
        second.pause();

        assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);
        assertThat(primary.statements()).singleElement().asString().contains("pg_current_wal_insert_lsn");
        assertThat(first.statements())
                .hasSizeGreaterThan(1)
                .last()
                .asString()
                .doesNotContain("pg_last_wal_replay_lsn")
                .contains("users");
        assertThat(second.statements()).isEmpty();
    }

    @Test
    void joins_thatMayWait_waitForTheStandby() {
        StandbyService service = service(LONG);
        first.pause();
        Thread resumes = new Thread(() -> {
            while (first.statements().size() < 1) {
                Thread.onSpinWait();
            }
            first.resume();
        });
        resumes.start();

        assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);
        assertThat(primary.statements()).hasSize(1);
    }

    @Test
    void joins_whoseStandbyStaysBehind_readThePrimaryInTheEnd() {
        StandbyService service = service(SHORT);
        first.pause();
        long start = System.nanoTime();

        assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
        assertThat(primary.statements()).hasSize(2).last().asString().contains("users");
        assertThat(first.statements()).isNotEmpty().allMatch(sql -> sql.contains("pg_last_wal_replay_lsn"));
        assertThat(second.statements()).isEmpty();
    }

    @Test
    void joins_whoseStandbyIsLost_waitForTheNextOne() {
        StandbyService service = service(LONG);
        first.stop();

        assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);
        assertThat(primary.statements()).hasSize(1);
        assertThat(second.statements()).hasSizeGreaterThan(1);
    }

    @Test
    void joins_whosePrimaryIsLostBehindTheWrite_areCodedErrors() {
        for (Duration wait : new Duration[] {Duration.ZERO, LONG}) {
            Replicas.with(StandbyService.DDL);
            first.pause();
            second.pause();
            StandbyService service = StandbyService.of(source(wait, primary.dsl()), stoppedBehindTheWrite());

            ExecutionResult result = service.execute(rename("Zoe"));

            assertThat(Service.codes(result)).containsExactly("[rename, row] table-lookup-failed");
            assertThat(result.getData().toString()).isEqualTo("{rename={row=null}}");
            assertThat(service.data(StandbyService.QUERY)).isEqualTo("{user={row={name=Ann}}}");
        }
    }

    @Test
    void joins_whosePrimaryIsLostWhileTheyWait_areCodedErrors() {
        StandbyService service = service(Duration.ofSeconds(2));
        first.pause();
        Thread stops = new Thread(() -> {
            while (first.statements().isEmpty()) {
                Thread.onSpinWait();
            }
            primary.stop();
        });
        stops.start();

        assertThat(Service.codes(service.execute(rename("Zoe")))).containsExactly("[rename, row] table-lookup-failed");
    }

    @Test
    void joins_insideATransactionOfTheThreads_readThePrimary() throws Exception {
        try (HikariDataSource pool = manual(primary)) {
            DSLContext manual = primary.over(pool);
            StandbyService service = StandbyService.of(source(LONG, manual), primary.plain());
            replicas.counts();

            assertThat(service.data(rename("Zoe"))).isEqualTo(ZOE);
            assertThat(replicas.counts()).containsExactly(1, 0, 0);
            assertThat(source(LONG, manual).walPosition()).isEqualTo(WalPosition.PRIMARY);
        }
    }

    @Test
    void joins_insideATransactionOfTheRequests_readItsUncommittedRow() {
        JooqTableSource source = JooqTableSource.perContext(
                        context -> context.getOrDefault(DSLContext.class, primary.dsl()))
                .catalog(primary.dsl())
                .standby(first.dsl())
                .waitForStandby(LONG)
                .build();
        StandbyService service = StandbyService.of(source, primary.plain());
        replicas.counts();

        primary.plain().transaction(transaction -> {
            ExecutionResult inside = service.execute(rename("Zoe"), Map.of(DSLContext.class, transaction.dsl()));
            assertThat(inside.getData().toString()).isEqualTo(ZOE);
        });
        assertThat(replicas.counts()).containsExactly(0, 0, 0);
    }

    private static String rename(String name) {
        return StandbyService.RENAME.formatted(name);
    }

    private StandbyService service(Duration wait) {
        StandbyService service = StandbyService.of(source(wait, primary.dsl()), primary.plain());
        replicas.counts();
        return service;
    }

    private JooqTableSource source(Duration wait, DSLContext dsl) {
        return JooqTableSource.on(dsl)
                .standby(first.dsl())
                .standby(second.dsl())
                .waitForStandby(wait)
                .build();
    }

    /** What an action writes to, after which the server is gone. */
    private DSLContext stoppedBehindTheWrite() {
        return DSL.using(primary.plain().configuration().derive(new ExecuteListener() {
            private static final long serialVersionUID = 1L;

            @Override
            public void end(ExecuteContext context) {
                primary.stop();
            }
        }));
    }

    private static HikariDataSource manual(Replica server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.server().dataSource());
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }
}
