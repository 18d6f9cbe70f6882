package dev.dovetail.examples.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.jooq.JooqTableSource;
import graphql.GraphQL;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short trial; and that it would notice what it looks for. */
final class TrialTest {

    private static final int ACCOUNTS = 4;

    private static Cluster cluster;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @BeforeAll
    static void start() {
        cluster = Cluster.start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    /** The last test may have left standbys behind, or killed. */
    @BeforeEach
    void follow() {
        Accounts.create(cluster.primary().dsl(), ACCOUNTS);
        Object written = cluster.primary().dsl().fetchValue("select pg_current_wal_flush_lsn()::text");
        for (int i = 0; i < 2; i++) {
            DSLContext standby = cluster.standby(i).dsl();
            cluster.standby(i).restart();
            await(() -> Boolean.TRUE.equals(
                    standby.fetchValue("select pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn")));
        }
    }

    /** A pool takes its time until it tries to connect again. */
    private static void await(BooleanSupplier condition) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (DataAccessException e) {
                // not yet
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("The standbys do not follow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--wait=0", "--wait=200"})
    void serversKilledUnderLoad_nothingIsLostOrStale_andReadsGoOn(String wait) throws Exception {
        Tally tally = new Trial(cluster, Options.parse("--seconds=10", wait), out).run();
        tally.print(out);

        assertThat(tally.isClean()).as(bytes.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(tally.of(Kind.READ, Verdict.RIGHT))
                .isGreaterThan(200) // and all but a few, where the machine is not busy with other things
                .isGreaterThan(5 * tally.of(Kind.READ, Verdict.CODED_ERROR));
        assertThat(tally.of(Kind.READ_AFTER_WRITE, Verdict.RIGHT)).isPositive();
        assertThat(tally.of(Kind.WRITE, Verdict.RIGHT)).isPositive();
        assertThat(tally.of(Kind.WRITE, Verdict.CODED_ERROR)).isPositive();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("the primary is killed", "requests", "reads after a write");
    }

    @Test
    void positionNotBroughtAlong_whileStandbysAreBehind_isNoticed() throws Exception {
        JooqTableSource tables = JooqTableSource.on(cluster.primary().dsl())
                .standby(cluster.standby(0).dsl())
                .standby(cluster.standby(1).dsl())
                .build();

        Tally tally = loadWithStandbysBehind(tables);

        assertThat(tally.of(Kind.WRITE, Verdict.STALE)).isZero();
        assertThat(tally.of(Kind.READ_AFTER_WRITE, Verdict.STALE)).isPositive();
    }

    @Test
    void joinsOfMutations_ledToStandbysThatAreBehind_areNoticed() throws Exception {
        Tally tally =
                loadWithStandbysBehind(JooqTableSource.of(cluster.standby(0).dsl()));

        assertThat(tally.of(Kind.WRITE, Verdict.STALE)).isPositive();
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void options_unknown_areRefused() {
        assertThat(Options.parse("--seconds=5", "--wait=0"))
                .isEqualTo(new Options(Duration.ofSeconds(5), Duration.ZERO));
        for (String wrong : List.of("--seconds=0", "--seconds=", "--wait=-1", "--fast")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Options.parse(wrong))
                    .withMessageContaining("--wait=");
        }
    }

    /** No request brings a position along. */
    private static Tally loadWithStandbysBehind(JooqTableSource tables) throws Exception {
        GraphQL graphQL = Accounts.graphQL(tables, cluster.primary().dsl());
        Tally tally = new Tally();
        List<Runnable> clients = IntStream.range(0, ACCOUNTS)
                .mapToObj(account -> new Client(account, graphQL, () -> null, tally))
                .<Runnable>map(client -> client::writeAndRead)
                .toList();
        for (int i = 0; i < 2; i++) {
            cluster.standby(i).dsl().fetch("select pg_wal_replay_pause()");
        }
        for (Thread thread : new Load(clients, 50, Duration.ofSeconds(1)).start()) {
            thread.join();
        }
        return tally;
    }
}
