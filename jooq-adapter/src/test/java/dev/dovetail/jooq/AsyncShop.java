package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A service with the asynchronous action {@code buy}, whose output is joined to its user, and its workers. */
final class AsyncShop implements AutoCloseable {

    static final Session ANN = Session.of("user", Map.of("id", 1));

    private static final String SDL = "type Query { version: String } type Subscription { version: String }";
    private static final String TYPES = "type Bought { user_id: Int! total: BigDecimal tags: [String!] }";
    private static final String PENDING = "{errors=null, output=null}";

    private final TestDatabase database;
    private final JooqAsyncActions store;
    private final Dovetail dovetail;
    private final Service service;
    private @Nullable AsyncActionWorker worker;

    AsyncShop(AsyncPolicy policy, ActionHandler handler) {
        this(policy, handler, action -> {});
    }

    AsyncShop(AsyncPolicy policy, ActionHandler handler, Consumer<ActionDefinition.Builder> more) {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "insert into users values (1, 'Ann'), (2, 'Bob')",
                JooqAsyncActions.ddl());
        store = JooqAsyncActions.of(database.dsl());
        ActionDefinition.Builder buy = ActionDefinition.mutation("buy")
                .argument("article", "String")
                .argument("price", "BigDecimal")
                .returns("Bought!")
                .handler(handler)
                .asynchronous(policy);
        more.accept(buy);
        dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .session(context -> context.getOrDefault("session", ANN))
                .types(TYPES)
                .asyncActions(store)
                .action(buy.build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Bought")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .build())
                .build();
        service = Service.of(
                dovetail,
                SDL,
                wiring -> wiring.type("Subscription", type -> type.dataFetcher("version", environment -> null)));
    }

    TestDatabase database() {
        return database;
    }

    JooqAsyncActions store() {
        return store;
    }

    Service service() {
        return service;
    }

    /** Calls the action. */
    String buy() {
        return buy("article: \"tea\"");
    }

    String buy(String arguments) {
        return String.valueOf(
                service.data("mutation { buy(" + arguments + ") }").get("buy"));
    }

    /** A worker that is quick to notice. */
    AsyncActionWorker work() {
        return work(worker -> worker);
    }

    AsyncActionWorker work(UnaryOperator<AsyncActionWorker.Builder> more) {
        worker = more.apply(dovetail.asyncActionWorker()
                        .pollInterval(Duration.ofMillis(20))
                        .grace(Duration.ofSeconds(5)))
                .start();
        return worker;
    }

    /** What the field says of a call. */
    String result(String id, String selection) {
        return String.valueOf(
                ask(id, selection, ANN).<Map<String, Object>>getData().get("buy"));
    }

    ExecutionResult ask(String id, String selection, Session session) {
        return service.execute(
                "{ buy(id: \"" + id + "\") " + selection + " }",
                input -> input.graphQLContext(Map.of("session", session)));
    }

    /** The errors and the output, as soon as there are any; fails after half a minute. */
    String end(String id) {
        return await(() -> result(id, "{ errors output { user_id total tags user { name } } }"), PENDING);
    }

    /** The status, as soon as it is this one. */
    void awaitStatus(String id, String status) {
        String now = column(id, "status");
        for (int i = 0; i < 1500 && !status.equals(now); i++) {
            sleep(20);
            now = column(id, "status");
        }
        if (!status.equals(now)) {
            throw new AssertionError("The call is still " + now);
        }
    }

    /** A column of the call's row, as text. */
    @Nullable
    String column(String id, String column) {
        return database.plain()
                .fetchOne("select (" + column + ")::text from dovetail_async_action where id = ?::uuid", id)
                .get(0, String.class);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what has a time of its own: a lease that must end, a handler that must run on. */
    static void sleep(long millis) {
        try {
            // the time is what is tested: nothing tells that it has passed but a clock
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String await(Supplier<String> value, String not) {
        for (int i = 0; i < 1500; i++) {
            String now = value.get();
            if (!now.equals(not)) {
                return now;
            }
            sleep(20);
        }
        throw new AssertionError("Nothing happened");
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
