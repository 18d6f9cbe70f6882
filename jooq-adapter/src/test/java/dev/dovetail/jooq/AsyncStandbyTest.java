package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionStatus;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an asynchronous action wrote is there for the client that reads its output. */
final class AsyncStandbyTest {

    private Replicas replicas;
    private JooqAsyncActions store;
    private Service service;

    @BeforeEach
    void start() {
        replicas = Replicas.with(StandbyService.DDL);
        replicas.primary().run(JooqAsyncActions.ddl());
        replicas.settle();
        store = JooqAsyncActions.of(replicas.primary().plain());
        service = Service.of(dovetail(), "type Query { version: String }");
    }

    @Test
    void joinOfAnAsynchronousActionsOutput_readsThePrimary() {
        Object id = service.data("mutation { rename }").get("rename");
        replicas.standby(0).pause();
        replicas.standby(1).pause();
        finish();
        replicas.counts();

        assertThat(service.data("{ rename(id: \"" + id + "\") { output { row { name } } } }"))
                .hasToString("{rename={output={row={name=Zoe}}}}");
        assertThat(replicas.counts()).containsExactly(1, 0, 0);

        assertThat(service.data("{ user { row { name } } }")).hasToString("{user={row={name=Ann}}}");
    }

    /** What a worker does. */
    private void finish() {
        List<AsyncActionClaim> claims = store.claim(List.of("rename"), 1, Duration.ofMinutes(1));
        replicas.primary().run("update users set name = 'Zoe' where id = 1");
        store.finish(claims.get(0).lease(), AsyncActionStatus.COMPLETED, "{\"id\": 1}", null);
    }

    private Dovetail dovetail() {
        return Dovetail.builder()
                .tables(JooqTableSource.on(replicas.primary().dsl())
                        .standby(replicas.standby(0).dsl())
                        .standby(replicas.standby(1).dsl())
                        .build())
                .asyncActions(store)
                .types("type Output { id: Int! }")
                .action(ActionDefinition.mutation("rename")
                        .returns("Output")
                        .handler(call -> Map.of("id", 1))
                        .asynchronous()
                        .build())
                .action(ActionDefinition.query("user")
                        .returns("Output")
                        .handler(call -> Map.of("id", 1))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("row")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
    }
}
