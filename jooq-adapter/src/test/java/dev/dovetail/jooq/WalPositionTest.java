package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import dev.dovetail.jooq.Replicas.Replica;
import dev.dovetail.jooq.internal.standby.LogPosition;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A client that wrote finds what it wrote in its next requests. */
final class WalPositionTest {

    private static final int FLUSHES_MESSAGES = 170_000;
    private static final long PAGE = 8192;
    private static final long HEADER = 24;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ANN = "{user={row={name=Ann}}}";
    private static final String ZOE = "{user={row={name=Zoe}}}";

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
    void query_readsAStandbyThatIsThatFar() {
        JooqTableSource source = source(Duration.ZERO);
        StandbyService service = service(source);
        WalPosition position = rename(service, source, "Zoe");
        replicas.settle();

        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ZOE);
        assertThat(service.data(StandbyService.NESTED, position)).contains("Zoe", "first");
        assertThat(replicas.counts()).containsExactly(0, 2, 4);
    }

    @Test
    void query_whoseStandbyIsBehind_readsThePrimary() {
        JooqTableSource source = source(Duration.ZERO);
        StandbyService service = service(source);
        first.pause();
        second.pause();
        WalPosition position = rename(service, source, "Zoe");

        assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
        replicas.counts();
        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ZOE);
        assertThat(replicas.counts()).containsExactly(1, 0, 1);
    }

    @Test
    void query_thatMayWait_waitsForItsStandby() {
        JooqTableSource source = source(LONG);
        StandbyService service = service(source);
        second.pause();
        WalPosition position = rename(service, source, "Zoe"); // waits for the first
        replicas.counts();
        new Thread(() -> {
                    while (second.statements().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    second.resume();
                })
                .start();

        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ZOE);
        assertThat(primary.statements()).isEmpty();
        assertThat(first.statements()).isEmpty();
    }

    @Test
    void query_withoutAPrimary_readsAStandbyThatIsThatFar_andFailsOtherwise() {
        JooqTableSource source = source(SHORT);
        StandbyService service = service(source);
        WalPosition position = rename(service, source, "Zoe");
        replicas.settle(second);
        first.pause();
        WalPosition later = rename(service, source, "Eve");
        replicas.settle(second);
        primary.stop();

        ExecutionResult behind = service.execute(StandbyService.QUERY, Map.of(WalPosition.class, later));
        assertThat(Service.codes(behind)).containsExactly("[user, row] table-lookup-failed");
        assertThat(behind.getData().toString()).isEqualTo("{user={row=null}}");
        assertThat(service.data(StandbyService.QUERY, later)).contains("Eve");
        assertThat(service.data(StandbyService.QUERY, position)).contains("Zoe");
    }

    @Test
    void query_ofTheFuture_waitsNoLongerThanItMay() {
        JooqTableSource source = source(SHORT);
        StandbyService service = service(source);
        WalPosition now = source.walPosition();
        WalPosition future = position(now.position().system(), now.position().bytes() + (1L << 40));
        long start = System.nanoTime();

        assertThat(service.data(StandbyService.QUERY, future)).isEqualTo(ANN);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, LONG);
        assertThat(primary.statements()).last().asString().contains("users");
    }

    @Test
    void query_withAPositionOfOtherServers_isACodedError() {
        JooqTableSource source = source(LONG);
        StandbyService service = service(source);
        WalPosition now = source.walPosition();
        WalPosition foreign = position(now.position().system() + 1, 1);

        ExecutionResult result = service.execute(StandbyService.QUERY, Map.of(WalPosition.class, foreign));

        assertThat(Service.codes(result)).containsExactly("[user, row] table-lookup-failed");
    }

    @Test
    void query_forThePrimary_readsIt() {
        StandbyService service = service(source(LONG));

        assertThat(service.data(StandbyService.QUERY, WalPosition.PRIMARY)).isEqualTo(ANN);
        assertThat(replicas.counts()).containsExactly(1, 0, 0);
    }

    @Test
    void query_whoseStandbyMayBeInsideATransaction_readsThePrimary() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(first.server().dataSource());
        config.setAutoCommit(false);
        try (HikariDataSource manual = new HikariDataSource(config)) {
            JooqTableSource source = JooqTableSource.on(primary.dsl())
                    .standby(first.over(manual))
                    .build();
            StandbyService service = service(source);
            WalPosition position = source.walPosition();
            replicas.settle();
            replicas.counts();

            assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ANN);
            assertThat(replicas.counts()).containsExactly(1, 0, 0);
            assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
            assertThat(replicas.counts()).containsExactly(0, 1, 0);
        }
    }

    /** A primary of the same name was restored, or is a promoted standby: its log is not that of the standbys. */
    @Test
    void query_whoseStandbyIsNoStandby_readsThePrimary() {
        JooqTableSource source = JooqTableSource.on(primary.dsl())
                .standby(primary.plain())
                .waitForStandby(SHORT)
                .build();
        StandbyService service = service(source);
        WalPosition position = source.walPosition();
        replicas.counts();

        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ANN);
        assertThat(replicas.counts()).containsExactly(1, 0, 0);
    }

    @Test
    void position_behindAWrite_isLater() {
        JooqTableSource source = source(Duration.ZERO);
        WalPosition before = source.walPosition();
        primary.run("update users set name = 'Zoe' where id = 1");

        WalPosition behind = source.walPosition();

        assertThat(behind.position().system()).isEqualTo(before.position().system());
        assertThat(behind.position().bytes()).isGreaterThan(before.position().bytes());
    }

    @Test
    void position_ofAnOrdinaryUser_isKnown() {
        primary.run(
                "drop role if exists reader",
                "create role reader login",
                "grant usage on schema public to reader",
                "grant select on users to reader");
        JooqTableSource source = JooqTableSource.on(as("reader", primary))
                .standby(as("reader", first))
                .build();
        StandbyService service = service(source);
        WalPosition position = source.walPosition();
        replicas.settle();
        replicas.counts();

        assertThat(position).isNotEqualTo(WalPosition.PRIMARY);
        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ANN);
        assertThat(replicas.counts()).containsExactly(0, 2, 0);
    }

    @Test
    void position_ofALostPrimary_leadsToThePrimary() {
        JooqTableSource source = source(Duration.ZERO);
        primary.stop();

        assertThat(source.walPosition()).isEqualTo(WalPosition.PRIMARY);
    }

    @Test
    void position_withoutStandbys_leadsToThePrimary() {
        assertThat(JooqTableSource.of(primary.dsl()).walPosition()).isEqualTo(WalPosition.PRIMARY);
    }

    /** The next record would go behind the next page's header, where a standby comes only with that record. */
    @Test
    void position_behindARecordThatFillsItsPage_isReachedByStandbys() {
        assumeTrue(version() >= FLUSHES_MESSAGES, "PostgreSQL writes a message alone to its disk from 17 on");
        JooqTableSource source = source(Duration.ZERO);
        StandbyService service = service(source);
        long end = System.nanoTime() + LONG.toNanos();
        WalPosition position = fillPage(source);
        while (insertPlaceInPage() != HEADER) {
            assertThat(System.nanoTime()).as("a record fills its page").isLessThan(end);
            position = fillPage(source);
        }
        replicas.settle();
        replicas.counts();

        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(ANN);
        assertThat(primary.statements()).isEmpty();
    }

    @Test
    void text_parsed_isTheSamePosition() {
        WalPosition position = position(-2, 1L << 50);

        assertThat(WalPosition.parse(position.toString())).isEqualTo(position).hasSameHashCodeAs(position);
        assertThat(WalPosition.parse("primary")).isEqualTo(WalPosition.PRIMARY);
        assertThat(WalPosition.PRIMARY).hasToString("primary");
        assertThat(position).hasToString("fffffffffffffffe.4000000000000").isNotEqualTo(WalPosition.PRIMARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0/3000148", "1.2.3", "-1.2", "1.-2", "1.ffffffffffffffff", "g.1", " 1.2", "1.2\n", "Primary"
            })
    void text_thatIsNoPosition_isRefusedWithoutBeingShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalPosition.parse(text))
                .withMessage("The text is none of a WAL position");
    }

    private static WalPosition position(long system, long bytes) {
        return WalPosition.of(new LogPosition(system, bytes));
    }

    /** Behind a record that fills its page, it is behind the next one's header. */
    private long insertPlaceInPage() {
        return primary.plain()
                .fetchSingle("select mod(pg_current_wal_insert_lsn() - '0/0', " + PAGE + ")")
                .into(long.class);
    }

    /** Writes what should fill the rest of a page. */
    private WalPosition fillPage(JooqTableSource source) {
        long before = source.walPosition().position().bytes();
        emit(1);
        long ofOne = source.walPosition().position().bytes() - before;
        long rest = PAGE - source.walPosition().position().bytes() % PAGE;
        if (rest > ofOne + 1000) {
            emit((int) (rest - ofOne - 1000));
            return fillPage(source);
        }
        emit((int) Math.max(1, rest - ofOne + 1));
        return source.walPosition();
    }

    private int version() {
        return primary.plain()
                .fetchSingle("select current_setting('server_version_num')")
                .into(int.class);
    }

    private void emit(int bytes) {
        primary.plain().fetch("select pg_logical_emit_message(false, '', repeat('x', ?), true)", bytes);
    }

    private static DSLContext as(String role, Replica server) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.server().jdbcUrl());
        dataSource.setUser(role);
        return server.over(dataSource);
    }

    private WalPosition rename(StandbyService service, JooqTableSource source, String name) {
        service.data(StandbyService.RENAME.formatted(name));
        WalPosition position = WalPosition.parse(source.walPosition().toString());
        replicas.counts();
        return position;
    }

    private StandbyService service(JooqTableSource source) {
        StandbyService service = StandbyService.of(source, primary.plain());
        replicas.counts();
        return service;
    }

    private JooqTableSource source(Duration wait) {
        return JooqTableSource.on(primary.dsl())
                .standby(first.dsl())
                .standby(second.dsl())
                .waitForStandby(wait)
                .build();
    }
}
