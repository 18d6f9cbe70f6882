package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arguments are read, access rules asked and selections looked at once for each field of the document, and not for each
 * parent. A rule of the host's is asked when a plan is made, and so counts the plans.
 */
final class PlanOnceTest {

    private static final int PARENTS = 2_000;

    private final AtomicInteger plans = new AtomicInteger();
    private Outputs outputs;

    @BeforeEach
    void create() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table orders (id int primary key, user_id int, total int)",
                "create index on orders (user_id, id)",
                "insert into users select n, 'u' || n from generate_series(1, 2000) n",
                "insert into orders select n, (n + 1) / 2, n from generate_series(1, 4000) n");
        outputs = Outputs.of(database, "key: Int")
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
                                    plans.incrementAndGet();
                                    return DSL.trueCondition();
                                }))
                                .allColumns()
                                .aggregates()
                                .build())
                        .build())
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("id")
                                .aggregates()
                                .connection()
                                .build())
                .answering(keys(IntStream.rangeClosed(1, PARENTS).boxed().toArray()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders { id }                                                                        | 1 | 2",
                "orders(where: {total: {_gt: 1}}, order_by: {total: desc}, limit: $most) { id }       | 1 | 2",
                "orders_aggregate(where: {total: {_gt: 1}}) { aggregate { max { total } } }           | 1 | 2",
                "orders_connection(first: $most) { edges { cursor node { total } } }                  | 1 | 2",
                "a: orders(limit: 1) { id } b: orders(limit: $most) { id } c: orders(limit: 1) { id } | 3 | 2",
                "a: orders(limit: 1) { id } b: orders(limit: 2) { id }                                | 2 | 3",
                "... on User { orders(limit: 1) { id } } orders(limit: 1) { total }                   | 1 | 2",
                "orders(limit: 1) @skip(if: $not) { id } name                                         | 0 | 1",
            })
    void thousandsOfParents_onePlanForEachField(String selection, int plansMade, int statements) {
        // Each variable has to be used, whatever the selection.
        Outcome outcome = outputs.ask(
                "query($most: Int, $not: Boolean = true) { outputs { user { id @skip(if: $not) ...most " + selection
                        + " } } } fragment most on User { unused: orders(limit: $most) @skip(if: $not) { id } }",
                input -> input.variables(Map.of("most", 1)));

        assertThat(outcome.codes()).isEmpty();
        assertThat(plans).hasValue(plansMade);
        assertThat(outcome.statements()).hasSize(statements);
    }
}
