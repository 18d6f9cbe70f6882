package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableSource;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Runs the README's example of tuning. */
final class ReadmeTuningTest {

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, user_id int, total int)",
            "create index on orders (user_id)",
            "insert into users values (1, 'Hodor')",
            "insert into orders values (1, 1, 12), (2, 1, 30)");

    @Test
    void example_answersAsEver() {
        DSLContext dsl = database.dsl();
        Executor executor = Runnable::run;
        TableDefinition users = TableDefinition.of("public", "users")
                .type("User")
                .columns("name")
                .build();
        TableDefinition orders = TableDefinition.of("public", "orders")
                .type("Order")
                .columns("total")
                .build();
        ObjectRelationship user = ObjectRelationship.named("user")
                .on("Me")
                .references("public", "users")
                .from("id")
                .to("id")
                .build();
        ArrayRelationship ordersOfUser = ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("id")
                .build();
        TypeDefinitionRegistry registry = new SchemaParser().parse("type Query { me: Me } type Me { id: Int }");
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("me", environment -> Map.of("id", 1)));
        // spotless:off
        // snippet
        TableSource tables = JooqTableSource.on(dsl)
                .roundTrips(RoundTrips.AUTOMATIC)
                .build();
        Dovetail dovetail = Dovetail.builder()
                .tables(tables)
                .batchExecutor(executor)
                .table(users).table(orders).relationship(user).relationship(ordersOfUser)
                .build();
        dovetail.extend(registry);
        dovetail.wire(wiring);
        GraphQL graphQL = GraphQL.newGraphQL(dovetail.makeExecutableSchema(registry, wiring.build()))
                .instrumentation(dovetail.instrumentation())
                .queryExecutionStrategy(dovetail.executionStrategy())
                .build();
        // end
        // spotless:on
        database.forget();

        assertThat(Service.of(graphQL).data("{ me { user { name orders { total } } } }"))
                .isEqualTo(Map.of(
                        "me",
                        Map.of(
                                "user",
                                Map.of("name", "Hodor", "orders", List.of(Map.of("total", 12), Map.of("total", 30))))));
        assertThat(database.statements()).hasSize(2);
    }
}
