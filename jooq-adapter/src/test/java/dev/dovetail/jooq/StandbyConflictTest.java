package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Service;
import dev.dovetail.jooq.Replicas.Replica;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A standby cancels what reads rows that the primary has removed meanwhile. */
final class StandbyConflictTest {

    private Replicas replicas;
    private StandbyService service;

    @BeforeEach
    void start() {
        replicas = Replicas.with(StandbyService.DDL);
        replicas.primary()
                .run(
                        "create table gone as select n from generate_series(1, 1000) n",
                        "create view slow as select u.* from users u, pg_sleep(1.5)");
        setDelay("0");
        replicas.settle();
        service = StandbyService.of(
                JooqTableSource.on(replicas.primary().dsl())
                        .standby(replicas.standby(0).dsl())
                        .standby(replicas.standby(1).dsl())
                        .build(),
                replicas.primary().plain(),
                "slow");
        replicas.counts();
    }

    @AfterEach
    void patient() {
        setDelay("'30s'");
    }

    @Test
    void lookupThatAStandbyCancels_isAskedOfTheNextOne() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> service.data(StandbyService.QUERY));
        conflictOn(replicas.standby(0));

        assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo("{user={row={name=Ann}}}");
        assertThat(replicas.counts()).containsExactly(0, 1, 1);
        service.data(StandbyService.QUERY);
        service.data(StandbyService.QUERY);
        assertThat(replicas.counts()).as("no server is left alone").containsExactly(0, 1, 1);
    }

    @Test
    void lookupThatTwoStandbysCancel_isACodedError() throws Exception {
        CompletableFuture<List<String>> codes =
                CompletableFuture.supplyAsync(() -> Service.codes(service.execute(StandbyService.QUERY)));
        conflictOn(replicas.standby(0));
        conflictOn(replicas.standby(1));

        assertThat(codes.get(1, TimeUnit.MINUTES)).containsExactly("[user, row] table-lookup-failed");
        assertThat(replicas.counts()).containsExactly(0, 1, 1);
    }

    /** What a lookup's snapshot could still show is removed while it sleeps. */
    private void conflictOn(Replica standby) {
        SlowQueries.await(standby.plain());
        replicas.primary().run("delete from gone where n <= (select min(n) + 99 from gone)", "vacuum gone");
    }

    private void setDelay(String delay) {
        for (int i = 0; i < 2; i++) {
            replicas.standby(i)
                    .run("alter system set max_standby_streaming_delay = " + delay, "select pg_reload_conf()");
        }
    }
}
