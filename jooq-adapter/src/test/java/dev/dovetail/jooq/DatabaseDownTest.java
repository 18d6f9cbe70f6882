package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.examples.postgres.LocalPostgres;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away, or takes too long: what is known is answered, the rest is coded errors. */
final class DatabaseDownTest {

    private static final String QUERY = "{ users { id row { name slow { name } } } }";

    private LocalPostgres postgres;
    private DSLContext dsl;

    @BeforeEach
    void start() {
        postgres = LocalPostgres.start();
        dsl = DSL.using(postgres.dataSource(), SQLDialect.POSTGRES);
        dsl.execute("create table users (id int primary key, name text)");
        dsl.execute("insert into users values (1, 'Hodor'), (2, 'Bran')");
        dsl.execute("create table delay (seconds float8)");
        dsl.execute("insert into delay values (0)");
        dsl.execute("create view slow as select u.* from users u, delay d, pg_sleep(d.seconds)");
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void databaseKilledDuringABatch_partialAnswerAndTheNextOneIsWhole() throws Exception {
        Service service = service(dsl);
        Map<String, Object> whole = service.data(QUERY);
        dsl.execute("update delay set seconds = 300");

        CompletableFuture<ExecutionResult> running = CompletableFuture.supplyAsync(() -> service.execute(QUERY));
        awaitSlowQuery();
        postgres.stop();
        ExecutionResult result = running.get(1, TimeUnit.MINUTES);

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[users, 0, row, slow] table-lookup-failed", "[users, 1, row, slow] table-lookup-failed");
        assertThat(result.getData().toString())
                .isEqualTo("{users=[{id=1, row={name=Hodor, slow=null}}, {id=2, row={name=Bran, slow=null}}]}");
        assertNeutral(result);

        ExecutionResult down = service.execute(QUERY);
        assertThat(Service.codes(down))
                .containsExactlyInAnyOrder(
                        "[users, 0, row] table-lookup-failed", "[users, 1, row] table-lookup-failed");
        assertThat(down.getData().toString()).isEqualTo("{users=[{id=1, row=null}, {id=2, row=null}]}");
        assertNeutral(down);

        postgres.restart();
        dsl.execute("update delay set seconds = 0");
        assertThat(service.data(QUERY)).isEqualTo(whole);
    }

    @Test
    void batchBeyondTheQueryTimeout_isAFailedLookup() {
        Service service = service(DSL.using(dsl.configuration().derive(new Settings().withQueryTimeout(1))));
        dsl.execute("update delay set seconds = 300");

        ExecutionResult result = service.execute(QUERY);

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[users, 0, row, slow] table-lookup-failed", "[users, 1, row, slow] table-lookup-failed");
        assertNeutral(result);
    }

    private static void assertNeutral(ExecutionResult result) {
        assertThat(result.getErrors())
                .extracting(GraphQLError::getMessage)
                .allMatch(text -> text.matches("The lookup of relationship (User\\.row|Row\\.slow) failed"));
    }

    private void awaitSlowQuery() {
        long sleeping = 0;
        while (sleeping == 0) {
            sleeping = dsl.fetchSingle("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                    .into(long.class);
        }
    }

    private static Service service(DSLContext dsl) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .table(TableDefinition.of("public", "users")
                        .type("Row")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "slow")
                        .type("Slow")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("row")
                        .on("User")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("slow")
                        .on("Row")
                        .references("public", "slow")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        return Service.of(
                dovetail,
                "type Query { users: [User!]! } type User { id: Int! }",
                wiring -> wiring.type(
                        "Query",
                        query -> query.dataFetcher("users", env -> List.of(Map.of("id", 1), Map.of("id", 2)))));
    }
}
