package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is selected below rows and joined along with them fails, and costs, as if each field had asked for itself. */
final class JoinedInAdvanceTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, user_id int, total int)",
            "create table items (id int primary key, order_id int)",
            "insert into users values (1, 'Ann'), (2, 'Bob')",
            "insert into orders values (1, 1, 7), (2, 1, 8), (3, 2, 9)",
            "insert into items values (1, 1), (2, 3)");

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ user { orders { id } } }",
                "{ user { orders { id items { id } } } users { id orders { total } } }",
                "{ user { orders { id customer { orders { id } } } orders { items { id } } } }",
                "{ a: user { orders { id } } b: user { name orders { id } } }",
                "{ user { a: orders { id items { id } } b: orders { id items { id } } } }",
                "{ user { orders_aggregate { a: nodes { items { id } } b: nodes { items { id } } } } }",
                "{ user { orders_connection { a: edges { node { items { id } } } b: edges { node { items { id } } } } } }",
                "{ user { ...on User @skip(if: true) { orders { id } } orders { total } orders @skip(if: true) { id } } }",
            })
    void statements_areNoMoreThanFieldByField(String selection) {
        Outcome inAdvance = outputs().select(selection);
        Outcome fieldByField = outputs()
                .and(dovetail -> dovetail.sessionFrom(environment -> Session.ANONYMOUS))
                .select(selection);

        assertThat(inAdvance.data()).isEqualTo(fieldByField.data());
        assertThat(inAdvance.codes()).isEmpty();
        assertThat(inAdvance.statements())
                .hasSizeLessThanOrEqualTo(fieldByField.statements().size());
    }

    /** The price of joining in advance: each batch goes its own way down, though fields would have met on a level. */
    @Test
    void equalSelections_belowDifferentRelationships_takeAStatementEach() {
        Outcome outcome = outputs().select("{ user { orders { id } } users { orders { id } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(4);
    }

    @Test
    void executor_thatRejectsLevelsBelow_failsTheirFieldsAlone() {
        AtomicInteger tasks = new AtomicInteger();
        Executor once = task -> {
            if (tasks.incrementAndGet() > 1) {
                throw new RejectedExecutionException("Enough");
            }
            threads.execute(task);
        };

        Outcome outcome =
                outputs().and(dovetail -> dovetail.batchExecutor(once)).select("{ user { name orders { id } } }");

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann, orders=null}}, {user={name=Bob, orders=null}}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, user, orders] table-lookup-failed",
                        "[outputs, 1, user, orders] table-lookup-failed");
    }

    @Test
    void failedLevel_leavesItsSiblingsAndTheRowsAbove() {
        Outputs outputs = outputs().and(dovetail -> dovetail.batchExecutor(threads));
        outputs.select("{ user { name } }");
        database.run("drop table items");

        Outcome outcome = outputs.select("{ user { name orders { id items { id } customer { name } } } }");

        assertThat(outcome.data()).contains("name=Ann", "items=null", "customer={name=Bob}");
        assertThat(outcome.codes()).hasSize(3).allMatch(code -> code.endsWith("items] table-changed"));
    }

    @Test
    void failingRuleOfTheHosts_failsItsFieldAlone() {
        TestDatabase shop = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table orders (id int primary key, user_id int)",
                "insert into users values (1, 'Ann')");
        Outcome outcome = Outputs.of(shop, "key: Int")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .open()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .access(AccessRule.forEveryone()
                                .rows(JooqRows.where(context -> {
                                    throw new IllegalStateException("No tenant");
                                }))
                                .allColumns()
                                .build())
                        .build())
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .build())
                .answering(Outputs.keys(1))
                .select("{ user { name orders { id } } }");

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann, orders=null}}]");
        assertThat(outcome.codes()).hasSize(1).allMatch(code -> code.startsWith("[outputs, 0, user, orders] "));
    }

    @Test
    void rowsOfARequest_areCountedOnAllLevels() {
        Outputs outputs = outputs()
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRequest(4).build()));

        Outcome outcome = outputs.select("{ user { name orders { id } } }");

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann, orders=null}}, {user={name=Bob, orders=null}}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, user, orders] row-limit-exceeded",
                        "[outputs, 1, user, orders] row-limit-exceeded");
    }

    @Test
    void rowsOfARelationship_areCountedForEachRowAbove() {
        Outputs outputs = outputs()
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRelationship(1).build()));

        Outcome outcome = outputs.select("{ user { name orders { id } } }");

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann, orders=null}}, {user={name=Bob, orders=[{id=3}]}}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, user, orders] row-limit-exceeded");
    }

    @Test
    void branchInAnotherDatabase_isAskedThere() {
        Outputs outputs = Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.tables("other", JooqTableSource.of(database.dsl())))
                .table("users", "User")
                .table(TableDefinition.of("public", "orders")
                        .source("other")
                        .type("Order")
                        .allColumns()
                        .build())
                .join(
                        Outputs.userByKey("user").build(),
                        orders().source("other").build(),
                        ObjectRelationship.named("customer")
                                .on("Order")
                                .references("public", "users")
                                .from("user_id")
                                .to("id")
                                .build())
                .answering(keys(1, 2));

        Outcome outcome = outputs.select("{ user { name orders { id customer { name } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).contains("{name=Bob, orders=[{id=3, customer={name=Bob}}]}");
        assertThat(outcome.statements()).hasSize(3);
    }

    private Outputs outputs() {
        return Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .table("items", "Item")
                .join(
                        Outputs.userByKey("user").build(),
                        Outputs.usersByKey("users").build(),
                        orders().aggregates().connection().build(),
                        ArrayRelationship.named("items")
                                .on("Order")
                                .references("public", "items")
                                .from("id")
                                .to("order_id")
                                .build(),
                        ObjectRelationship.named("customer")
                                .on("Order")
                                .references("public", "users")
                                .from("user_id")
                                .to("id")
                                .build())
                .answering(keys(1, 2));
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("id");
    }
}
