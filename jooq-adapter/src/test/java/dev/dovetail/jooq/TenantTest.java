package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A {@code DSLContext} for each request: one set of definitions, and every tenant's rows in a schema of its own. */
final class TenantTest {

    private static final int TENANTS = 2;

    private TestDatabase database;
    private Service service;

    @BeforeEach
    void start() {
        database = TestDatabase.with("create table orders (id int primary key, user_id int)");
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            database.run(
                    "drop schema if exists tenant" + tenant + " cascade",
                    "create schema tenant" + tenant,
                    "create table tenant" + tenant + ".orders (id int primary key, user_id int)",
                    "insert into tenant" + tenant + ".orders select 1000 * " + tenant
                            + " + i, i from generate_series(1, 100) i");
        }
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.perContext(context -> context.<DSLContext>get("dsl"))
                        .catalog(database.plain())
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
                .build();
        service = Service.of(
                dovetail,
                "type Query { users: [User!]! } type User { id: Int! }",
                wiring -> wiring.type(
                        "Query",
                        query -> query.dataFetcher(
                                "users", env -> env.getGraphQlContext().get("users"))));
    }

    @Test
    void tenants_byMappedSchema_seeTheirOwnRows() {
        assertThat(orders(mapped(0), 1, 2)).containsExactly(1, 2);
        assertThat(orders(mapped(1), 1, 2)).containsExactly(1001, 1002);
        assertThat(orders(database.plain(), 1, 2)).isEmpty();
    }

    @Test
    void concurrentRequests_neverMix() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int tenant = thread % TENANTS;
                runs.add(threads.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    for (int i = 1; i <= 50; i++) {
                        assertThat(orders(mapped(tenant), i, i + 1))
                                .containsExactly(1000 * tenant + i, 1000 * tenant + i + 1);
                    }
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private DSLContext mapped(int tenant) {
        Settings settings = new Settings()
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("tenant" + tenant)));
        return DSL.using(database.plain().configuration().derive(settings));
    }

    private List<Integer> orders(DSLContext dsl, int... users) {
        List<Map<String, Object>> parents = new ArrayList<>();
        for (int user : users) {
            parents.add(Map.of("id", user));
        }
        Map<String, List<Map<String, List<Map<String, Integer>>>>> data = service.execute(
                        "{ users { orders { id } } }",
                        input -> input.graphQLContext(Map.of("dsl", dsl, "users", parents)))
                .getData();
        return data.get("users").stream()
                .flatMap(user -> user.get("orders").stream())
                .map(order -> order.get("id"))
                .toList();
    }
}
