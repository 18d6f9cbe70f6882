package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Each event of a subscription is joined like a request of its own. */
final class SubscriptionTest {

    private final SubmissionPublisher<Object> events = new SubmissionPublisher<>(Runnable::run, 256);
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, tenant int)",
                "create table orders (id int primary key, user_id int, total int)",
                "insert into users values (1, 'Ann', 7), (2, 'Bob', 8), (3, 'Cid', 8)",
                "insert into orders values (1, 1, 7), (2, 1, 5), (3, 2, 9)");
    }

    /** Although graphql-java 24 dispatches after every field of a subscription. */
    @Test
    void event_isJoined_withBatchesOfItsOwn() {
        Received<ExecutionResult> answers = subscribe(
                outputs("Int"),
                "{ outputs { user { name orders { total } orders_aggregate { aggregate { count } } } } }");

        events.submit(keys(1, 2, null));
        assertThat(database.statements()).hasSize(3);
        events.submit(keys(3));
        assertThat(database.statements()).hasSize(3);

        assertThat(answers.now())
                .extracting(SubscriptionTest::text)
                .containsExactly(
                        "{outputs=["
                                + "{user={name=Ann, orders=[{total=7}, {total=5}], orders_aggregate={aggregate={count=2}}}},"
                                + " {user={name=Bob, orders=[{total=9}], orders_aggregate={aggregate={count=1}}}},"
                                + " {user=null}]}",
                        "{outputs=[{user={name=Cid, orders=[], orders_aggregate={aggregate={count=0}}}}]}");
    }

    @Test
    void event_seesTheRowsOfItsTime() {
        Received<ExecutionResult> answers = subscribe(outputs("Int"), "{ outputs { user { name } } }");

        events.submit(keys(1));
        database.run("update users set name = 'Anna'");
        events.submit(keys(1));
        database.run("delete from users");
        events.submit(keys(1));

        assertThat(answers.now())
                .extracting(SubscriptionTest::text)
                .containsExactly(
                        "{outputs=[{user={name=Ann}}]}", "{outputs=[{user={name=Anna}}]}", "{outputs=[{user=null}]}");
    }

    @Test
    void event_changesTheCaller_isReadAsThatCaller() {
        Outputs outputs = Outputs.withoutAction(database)
                .and(dovetail -> dovetail.sessionFrom(SubscriptionTest::tenant))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .access(AccessRule.forRole("tenant")
                                .rows(RowFilter.column("tenant").eq(SessionVariable.of("tenant")))
                                .allColumns()
                                .build())
                        .build())
                .join(Outputs.userByKey("user").build());
        Received<ExecutionResult> answers = subscribe(host(outputs, "Int"), "{ outputs { user { name } } }");

        for (String tenant : new String[] {"7", "8", "", "7"}) {
            events.submit(DataFetcherResult.newResult()
                    .data(keys(1, 2))
                    .localContext(tenant)
                    .build());
        }

        assertThat(answers.now())
                .extracting(SubscriptionTest::text)
                .containsExactly(
                        "{outputs=[{user={name=Ann}}, {user=null}]}",
                        "{outputs=[{user=null}, {user={name=Bob}}]}",
                        "{outputs=[{user=null}, {user=null}]} [outputs, 0, user] session-failed"
                                + " [outputs, 1, user] session-failed",
                        "{outputs=[{user={name=Ann}}, {user=null}]}");
    }

    /** A subscription may last for days: what a caller may read is not what it was when the first event came. */
    @Test
    void ruleThatReadsTheContext_isAskedForEachEvent() {
        AtomicInteger tenant = new AtomicInteger(7);
        Outputs outputs = Outputs.withoutAction(database)
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .access(AccessRule.forEveryone()
                                .rows(JooqRows.where(
                                        context -> DSL.field("tenant").eq(tenant.get())))
                                .allColumns()
                                .build())
                        .build())
                .join(Outputs.userByKey("user").build());
        Received<ExecutionResult> answers = subscribe(host(outputs, "Int"), "{ outputs { user { name } } }");

        events.submit(keys(1, 2));
        tenant.set(8);
        events.submit(keys(1, 2));

        assertThat(answers.now())
                .extracting(SubscriptionTest::text)
                .containsExactly(
                        "{outputs=[{user={name=Ann}}, {user=null}]}", "{outputs=[{user=null}, {user={name=Bob}}]}");
    }

    @Test
    void joinsOfAnEventFail_itAloneHasTheErrors() {
        Received<ExecutionResult> answers = subscribe(outputs("String"), "{ outputs { user { name } } }");

        events.submit(keys("1", "x"));
        database.run("alter table users rename to hidden");
        events.submit(keys("2"));
        database.run("alter table hidden rename to users");
        events.submit(keys("2"));
        events.close();

        assertThat(answers.all())
                .extracting(SubscriptionTest::text)
                .containsExactly(
                        "{outputs=[{user={name=Ann}}, {user=null}]} [outputs, 1, user] join-key-invalid",
                        "{outputs=[{user=null}]} [outputs, 0, user] table-changed",
                        "{outputs=[{user={name=Bob}}]}");
    }

    @Test
    void lookupsOnOtherThreads_everyEventIsAnswered() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Outputs outputs = outputs("Int").and(dovetail -> dovetail.batchExecutor(threads));
            Received<ExecutionResult> answers = subscribe(outputs, "{ outputs { user { name orders { total } } } }");

            for (int event = 0; event < 100; event++) {
                events.submit(keys(1, 2));
            }
            events.close();

            assertThat(answers.all())
                    .extracting(SubscriptionTest::text)
                    .hasSize(100)
                    .containsOnly("{outputs=[{user={name=Ann, orders=[{total=7}, {total=5}]}},"
                            + " {user={name=Bob, orders=[{total=9}]}}]}");
            // About two for each event, where one for each parent would be four; events at one time may share one.
            assertThat(database.statements()).hasSizeLessThan(300);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anotherRequest_thatAnEventsFetcherWaitsFor_isAnswered() {
        Outputs inner = Outputs.of(database, "key: Int")
                .table("users", "User")
                .join(Outputs.userByKey("user").build())
                .answering(keys(1, 2));
        Outputs outer = Outputs.withoutAction(database)
                .table("users", "User")
                .join(Outputs.userByKey("user").build())
                .host(
                        "type Query { version: String } type Subscription { outputs: [Output] }"
                                + " type Output { key: Int inner: String }",
                        wiring -> wiring.type(
                                        "Subscription",
                                        type -> type.dataFetcher(
                                                "outputs", environment -> FlowAdapters.toPublisher(events)))
                                .type(
                                        "Output",
                                        type -> type.dataFetcher(
                                                "inner",
                                                environment -> inner.select("{ user { name } }")
                                                        .data())));
        Received<ExecutionResult> answers = subscribe(outer, "{ outputs { user { name } inner } }");

        events.submit(keys(1, 3));

        String nested = "inner=[{user={name=Ann}}, {user={name=Bob}}]";
        assertThat(answers.now())
                .extracting(SubscriptionTest::text)
                .containsExactly("{outputs=[{user={name=Ann}, " + nested + "}, {user={name=Cid}, " + nested + "}]}");
    }

    private Received<ExecutionResult> subscribe(Outputs outputs, String selection) {
        Outcome outcome = outputs.ask("subscription " + selection, input -> {});
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).isEmpty();
        Publisher<ExecutionResult> answers = outcome.result().getData();
        return Received.from(answers);
    }

    private Outputs outputs(String keyType) {
        return host(Outputs.withoutAction(database), keyType)
                .table("orders", "Order")
                .table("users", "User")
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("id")
                                .aggregates()
                                .build());
    }

    private Outputs host(Outputs outputs, String keyType) {
        return outputs.host(
                "type Query { version: String } type Subscription { outputs: [Output] } type Output { key: " + keyType
                        + " }",
                wiring -> wiring.type(
                        "Subscription",
                        type -> type.dataFetcher("outputs", environment -> FlowAdapters.toPublisher(events))));
    }

    private static Session tenant(DataFetchingEnvironment environment) {
        return Session.of("tenant", Map.of("tenant", Integer.valueOf(environment.<String>getLocalContext())));
    }

    private static String text(ExecutionResult answer) {
        return String.join(
                " ",
                Stream.concat(Stream.of(String.valueOf(answer.<Object>getData())), Service.codes(answer).stream())
                        .toList());
    }
}
