package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import dev.dovetail.jooq.Replicas.Replica;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins of queries read standbys, and go on elsewhere where one is lost. */
final class StandbyReadsTest {

    private static final String ANN = "{user={row={name=Ann}}}";

    private Replicas replicas;
    private Replica first;
    private Replica second;
    private StandbyService service;

    @BeforeEach
    void start() {
        replicas = Replicas.with(StandbyService.DDL);
        replicas.primary().run("create view broken as select id, (1 / (id - id))::text as name from users");
        replicas.settle();
        first = replicas.standby(0);
        second = replicas.standby(1);
        service = service("users");
        replicas.counts();
    }

    private StandbyService service(String users) {
        return StandbyService.of(source().build(), replicas.primary().plain(), users);
    }

    private JooqTableSource.Builder source() {
        return JooqTableSource.on(replicas.primary().dsl()).standby(first.dsl()).standby(second.dsl());
    }

    @Test
    void joinsOfQueries_readStandbysInTurns() {
        for (int i = 0; i < 4; i++) {
            assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
        }
        assertThat(replicas.counts()).containsExactly(0, 2, 2);
    }

    @Test
    void joinsOfOneQuery_readOneStandby() {
        for (int i = 0; i < 2; i++) {
            assertThat(service.data(StandbyService.NESTED)).isEqualTo("{user={row={name=Ann, notes=[{body=first}]}}}");
            assertThat(replicas.counts()).containsExactly(0, 2 - 2 * i, 2 * i);
        }
    }

    @Test
    void joinsOfAQuery_whoseStandbyIsBehind_showWhatItHas() {
        first.pause();
        second.pause();

        replicas.primary().run("update users set name = 'Zoe' where id = 1");

        assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
    }

    @Test
    void lostStandby_isLeftAlone_untilItIsBack() {
        first.stop();
        for (int i = 0; i < 6; i++) {
            assertThat(service.data(StandbyService.NESTED)).contains("Ann", "first");
        }
        assertThat(replicas.counts()).containsExactly(0, 0, 12);

        first.server().restart();
        awaitStatement(first);

        for (int i = 0; i < 4; i++) {
            service.data(StandbyService.QUERY);
        }
        assertThat(replicas.counts()).containsExactly(0, 2, 2);
    }

    @Test
    void standbyLostWhileItAnswers_isAskedNoMore_andTheNextOneAnswers() {
        replicas.primary().run("create view slow as select u.* from users u, pg_sleep(1.5)");
        replicas.settle();
        StandbyService slow = service("slow");
        replicas.counts();

        Thread killer = new Thread(() -> {
            SlowQueries.await(first.plain());
            first.stop();
        });
        killer.start();

        assertThat(slow.data(StandbyService.QUERY)).isEqualTo(ANN);
        assertThat(replicas.counts()).containsExactly(0, 1, 1);
    }

    @Test
    void allStandbysLost_primaryAnswers() {
        first.stop();
        second.stop();

        for (int i = 0; i < 3; i++) {
            assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
        }
        assertThat(replicas.counts()).containsExactly(3, 0, 0);
    }

    @Test
    void primaryLost_standbysAnswer() {
        replicas.primary().stop();

        for (int i = 0; i < 4; i++) {
            assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
        }
        assertThat(replicas.counts()).containsExactly(0, 2, 2);
    }

    @Test
    void everythingLost_isACodedError() {
        replicas.primary().stop();
        first.stop();
        second.stop();

        ExecutionResult result = service.execute(StandbyService.QUERY);

        assertThat(Service.codes(result)).containsExactly("[user, row] table-lookup-failed");
        assertThat(result.getErrors())
                .extracting(GraphQLError::getMessage)
                .containsExactly("The lookup of relationship Output.row failed");
    }

    @Test
    void statementThatFails_isNotAskedOfAnotherServer() {
        StandbyService broken = service("broken");
        replicas.counts();

        ExecutionResult result = broken.execute(StandbyService.QUERY);

        assertThat(Service.codes(result)).containsExactly("[user, row] table-lookup-failed");
        assertThat(replicas.counts()).containsExactly(0, 1, 0);
    }

    @Test
    void statementThatTakesTooLong_isNotAskedOfAnotherServer() {
        replicas.primary().run("create view slow as select u.* from users u, pg_sleep(30)");
        replicas.settle();
        Settings impatient = new Settings().withQueryTimeout(1);
        JooqTableSource source = JooqTableSource.on(replicas.primary().dsl())
                .standby(DSL.using(first.dsl().configuration().derive(impatient)))
                .standby(second.dsl())
                .build();
        StandbyService slow = StandbyService.of(source, replicas.primary().plain(), "slow");
        replicas.counts();

        assertThat(Service.codes(slow.execute(StandbyService.QUERY)))
                .containsExactly("[user, row] table-lookup-failed");
        assertThat(replicas.counts()).containsExactly(0, 1, 0);
    }

    @Test
    void poolWithoutAFreeConnection_isPassedBy() throws Exception {
        try (HikariDataSource pool = pool(first);
                Connection taken = pool.getConnection()) {
            JooqTableSource source = JooqTableSource.on(replicas.primary().dsl())
                    .standby(first.over(pool))
                    .standby(second.dsl())
                    .build();
            StandbyService pooled = StandbyService.of(source, replicas.primary().plain());
            replicas.counts();

            assertThat(pooled.data(StandbyService.QUERY)).isEqualTo(ANN);
            assertThat(replicas.counts()).containsExactly(0, 0, 1);
            taken.close();
            pooled.data(StandbyService.QUERY);
            assertThat(pooled.data(StandbyService.QUERY)).isEqualTo(ANN);
            assertThat(replicas.counts()).as("it is not left alone").containsExactly(0, 1, 1);
        }
    }

    @Test
    void standbyThatIsLeftAlone_withoutAPrimary_isAskedAllTheSame() {
        first.stop();
        service.data(StandbyService.QUERY);
        first.server().restart();
        second.stop();
        service.data(StandbyService.QUERY);
        replicas.primary().stop();
        replicas.counts();

        assertThat(service.data(StandbyService.QUERY)).isEqualTo(ANN);
        assertThat(replicas.counts()).containsExactly(0, 1, 0);
    }

    @Test
    void requestWithItsOwnServer_isNotLedToStandbys() {
        JooqTableSource source = JooqTableSource.perContext(context ->
                        context.getOrDefault("transaction", replicas.primary().dsl()))
                .catalog(replicas.primary().dsl())
                .standby(first.dsl())
                .build();
        StandbyService perContext = StandbyService.of(source, replicas.primary().plain());
        replicas.counts();

        replicas.primary().dsl().transaction(transaction -> {
            transaction.dsl().execute("update users set name = 'Zoe' where id = 1");
            ExecutionResult inside = perContext.execute(StandbyService.QUERY, Map.of("transaction", transaction.dsl()));
            assertThat(inside.getData().toString()).contains("Zoe");
        });
        assertThat(replicas.counts()).containsExactly(2, 0, 0);

        perContext.data(StandbyService.QUERY);
        assertThat(replicas.counts()).containsExactly(0, 1, 0);
    }

    @Test
    void builder_refusesWhatCannotBe() {
        DSLContext none = DSL.using(SQLDialect.POSTGRES);

        assertThatIllegalStateException()
                .isThrownBy(() -> JooqTableSource.perContext(context -> none)
                        .catalog(DSL.table("users"))
                        .standby(none)
                        .build())
                .withMessageContaining("primary");
        assertThatThrownBy(() -> source().standby(DSL.using(SQLDialect.H2)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("H2");
        assertThatIllegalArgumentException().isThrownBy(() -> source().waitForStandby(Duration.ofMillis(-1)));
    }

    private void awaitStatement(Replica server) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.statements().isEmpty()) {
            assertThat(System.nanoTime()).as("the standby is asked again").isLessThan(end);
            service.data(StandbyService.QUERY);
        }
        replicas.counts();
    }

    private static HikariDataSource pool(Replica server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.server().dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        return new HikariDataSource(config);
    }
}
