package dev.dovetail.jooq;

import static dev.dovetail.jooq.Federated.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Federated.Answer;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who listens to joins, or traces them, is told of entities as of any join. */
final class EntitiesSeenTest {

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, user_id int)",
            "create index on orders (user_id)",
            "insert into users values (1001, 'Ann'), (1002, 'Bob')",
            "insert into orders values (1, 1001), (2, 1001)");
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<JoinResult> finished = new CopyOnWriteArrayList<>();
    private final Federated service = Federated.of(
            database,
            Dovetail.builder()
                    .table(TableDefinition.of("public", "users")
                            .type("User")
                            .allColumns()
                            .build())
                    .table(TableDefinition.of("public", "orders")
                            .type("Order")
                            .allColumns()
                            .build())
                    .relationship(ArrayRelationship.named("orders")
                            .on("User")
                            .references("public", "orders")
                            .from("id")
                            .to("user_id")
                            .build())
                    .listener(join -> {
                        started.add(join.relationship() + " " + join.keys() + "+" + join.shared());
                        return new JoinWatch() {
                            @Override
                            public void finished(JoinResult result) {
                                finished.add(result);
                            }
                        };
                    })
                    .joinTrace(context -> true),
            "union _Entity = User extend type User @key(fields: \"id\")");

    @Test
    void batchOfEntities_isTold() {
        Answer answer = service.entities(
                List.of(of("User", "id", 1001), of("User", "id", 1002), of("User", "id", 1001), of("User", "id", 9)),
                "... on User { name }");

        assertThat(answer.codes()).isEmpty();
        assertThat(started).containsExactly("_Entity.User 3+1");
        assertThat(finished).singleElement().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(2);
            assertThat(result.statements()).isEqualTo(answer.statements());
        });
    }

    @Test
    void traceOfEntities_hasTheirPaths_andThoseBelow() {
        Answer answer = service.ask(
                "query ($r: [_Any!]!) { all: _entities(representations: $r) { ... on User { mine: orders { id } } } }",
                input -> input.variables(Map.of("r", List.of(of("User", "id", 1001), of("User", "id", 1002)))));

        assertThat(answer.result().getExtensions().toString())
                .contains(
                        "relationship=_Entity.User, paths=[all], table=public.users, keys=2",
                        "relationship=User.orders, paths=[all.mine], table=public.orders, keys=2")
                .doesNotContain("1001", "Ann");
    }
}
