package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A lookup that fails costs each of its parents that one field, says nothing of the database, and is logged once. */
final class FailedBatchSemanticsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.dovetail");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table secrets (id int, secret text)",
                "insert into secrets values (1, 'hunter2'), (2, 'hunter3')",
                "create view casts as select id, cast(secret as int) as number from secrets",
                "create view kills as select id, pg_terminate_backend(pg_backend_pid())::text as killed from secrets");
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void detach() {
        LOG.detachAppender(log);
    }

    @Test
    void lookup_databaseRefusesAValue_nullsTheFieldsAndKeepsTheRest() {
        Outputs outputs = joined("casts", "Cast");

        Outcome outcome = outputs.answering(keys(1, 2, null, 1)).select("{ key one { number } many { number } }");

        assertThat(outcome.data())
                .isEqualTo("[{key=1, one=null, many=null}, {key=2, one=null, many=null},"
                        + " {key=null, one=null, many=[]}, {key=1, one=null, many=null}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, one] table-lookup-failed",
                        "[outputs, 0, many] table-lookup-failed",
                        "[outputs, 1, one] table-lookup-failed",
                        "[outputs, 1, many] table-lookup-failed",
                        "[outputs, 3, one] table-lookup-failed",
                        "[outputs, 3, many] table-lookup-failed");
        assertThat(outcome.statements()).hasSize(2);
        assertThat(outcome.errors()).contains("Output.one").doesNotContain("hunter", "select", "casts", "PSQL");
        assertThat(errorsLogged()).hasSize(2).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains("public.casts").doesNotContain("hunter");
            assertThat(event.getThrowableProxy()).isNotNull();
        });
    }

    @Test
    void lookup_singleKey_failsTheSameWay() {
        Outcome outcome = joined("casts", "Cast").answering(keys(1)).select("{ one { number } }");

        assertThat(outcome.data()).isEqualTo("[{one=null}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, one] table-lookup-failed");
        assertThat(errorsLogged()).hasSize(1);
    }

    @Test
    void lookup_listOfKeys_failsOnceForTheField() {
        Outputs outputs = Outputs.of(database, "keys: [Int]")
                .table("casts", "Cast")
                .join(ArrayRelationship.named("many")
                        .on("Output")
                        .references("public", "casts")
                        .from("keys")
                        .to("id")
                        .build());

        Outcome outcome =
                outputs.answering(List.of(Map.of("keys", List.of(1, 2, 3)))).select("{ keys many { number } }");

        assertThat(outcome.data()).isEqualTo("[{keys=[1, 2, 3], many=null}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, many] table-lookup-failed");
        assertThat(outcome.statements()).hasSize(1);
        assertThat(errorsLogged()).hasSize(1);
    }

    @Test
    void lookup_connectionDiesInTheBatch_failsThisRequestOnly() {
        Outputs outputs = joined("kills", "Kill")
                .table("secrets", "Secret")
                .join(ObjectRelationship.named("secret")
                        .on("Output")
                        .references("public", "secrets")
                        .from("key")
                        .to("id")
                        .build());

        Outcome killed = outputs.answering(keys(1, 2)).select("{ one { killed } secret { id } }");
        assertThat(killed.data()).isEqualTo("[{one=null, secret={id=1}}, {one=null, secret={id=2}}]");
        assertThat(killed.codes())
                .containsExactly("[outputs, 0, one] table-lookup-failed", "[outputs, 1, one] table-lookup-failed");
        assertThat(errorsLogged()).hasSize(1);

        assertThat(outputs.select("{ secret { id } }").data()).isEqualTo("[{secret={id=1}}, {secret={id=2}}]");
    }

    @Test
    void lookup_tableIsGone_saysThatItChanged() {
        Outputs outputs = joined("secrets", "Secret").answering(keys(1, 2));
        assertThat(outputs.select("{ one { id } }").codes()).isEmpty();

        database.run("drop table secrets cascade");
        Outcome outcome = outputs.select("{ key one { id } }");

        assertThat(outcome.data()).isEqualTo("[{key=1, one=null}, {key=2, one=null}]");
        assertThat(outcome.codes())
                .containsExactly("[outputs, 0, one] table-changed", "[outputs, 1, one] table-changed");
        assertThat(outcome.errors()).doesNotContain("secrets", "select");
        assertThat(errorsLogged()).hasSize(1);
    }

    @Test
    void lookup_nestedLevelFails_keepsTheLevelAbove() {
        Outputs outputs = joined("secrets", "Secret")
                .table("casts", "Cast")
                .join(ArrayRelationship.named("casts")
                        .on("Secret")
                        .references("public", "casts")
                        .from("id")
                        .to("id")
                        .build());

        Outcome outcome = outputs.answering(keys(1, 2)).select("{ one { id casts { number } } }");

        assertThat(outcome.data()).isEqualTo("[{one={id=1, casts=null}}, {one={id=2, casts=null}}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, one, casts] table-lookup-failed", "[outputs, 1, one, casts] table-lookup-failed");
        assertThat(outcome.statements()).hasSize(2);
        assertThat(errorsLogged()).hasSize(1);
    }

    @Test
    void lookup_executorIsFull_failsLikeAnyOther() {
        Outputs outputs = joined("secrets", "Secret")
                .and(dovetail -> dovetail.batchExecutor(task -> {
                    throw new RejectedExecutionException("full");
                }));

        Outcome outcome = outputs.answering(keys(1, 2)).select("{ one { id } }");

        assertThat(outcome.data()).isEqualTo("[{one=null}, {one=null}]");
        assertThat(outcome.codes())
                .containsExactly("[outputs, 0, one] table-lookup-failed", "[outputs, 1, one] table-lookup-failed");
        assertThat(outcome.statements()).isEmpty();
        assertThat(errorsLogged()).hasSize(1);
    }

    /** An error is no exception, and yet the rest of the answer must not be lost to it. */
    @Test
    void lookup_throwsAnError_failsLikeAnyOther() {
        Outputs outputs = joined("secrets", "Secret")
                .and(dovetail -> dovetail.tables(JooqTableSource.perContext(context -> {
                            throw new NoClassDefFoundError("driver");
                        })
                        .catalog(database.dsl())
                        .build()));

        Outcome outcome = outputs.answering(keys(1, 2)).select("{ one { id } }");

        assertThat(outcome.data()).isEqualTo("[{one=null}, {one=null}]");
        assertThat(outcome.codes())
                .containsExactly("[outputs, 0, one] table-lookup-failed", "[outputs, 1, one] table-lookup-failed");
        assertThat(errorsLogged()).hasSize(1);
    }

    private List<ILoggingEvent> errorsLogged() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .toList();
    }

    private Outputs joined(String table, String type) {
        return Outputs.of(database, "key: Int")
                .table(table, type)
                .join(
                        ObjectRelationship.named("one")
                                .on("Output")
                                .references("public", table)
                                .from("key")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("many")
                                .on("Output")
                                .references("public", table)
                                .from("key")
                                .to("id")
                                .build());
    }
}
