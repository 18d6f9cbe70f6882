package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.RestService;
import dev.dovetail.Service;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.webhook.CallPolicy;
import dev.dovetail.webhook.Webhook;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Runs what the README says of actions. */
final class ReadmeActionsTest {

    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("users");
    private final AtomicInteger retried = new AtomicInteger();
    private final CallPolicy retry = new CallPolicy() {
        @Override
        public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt) {
            retried.incrementAndGet();
            return attempt.get();
        }
    };

    @Test
    void webhook_isConfigured() {
        List<String> cookies = new CopyOnWriteArrayList<>();
        try (RestService rest = RestService.handledBy(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "s=1");
            RestService.answer(exchange, 200, "\"Hi\"");
        })) {
            Webhook webhook = webhook(rest.uri(), "s3cret", cookies);
            Service service = Service.of(
                    Dovetail.builder()
                            .action(ActionDefinition.mutation("greet")
                                    .argument("name", "String!")
                                    .returns("String!")
                                    .handler(webhook)
                                    .build())
                            .build(),
                    "type Query { version: String }");

            service.execute(
                    "mutation { greet(name: \"Hodor\") }",
                    input -> input.graphQLContext(Map.of("headers", Map.of("X-Request-Id", List.of("7")))));

            assertThat(rest.requests()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo("{\"name\":\"Hodor\"}");
                assertThat(request.headers().get("X-api-key")).containsExactly("s3cret");
                assertThat(request.headers().get("X-request-id")).containsExactly("7");
            });
            assertThat(cookies).containsExactly("s=1");
            assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(1);
            assertThat(retried).hasValue(0);
        }
    }

    @Test
    void asynchronousAction_isDelivered() throws Exception {
        TestDatabase database = TestDatabase.with(JooqAsyncActions.ddl());
        ActionHandler reports = call -> Map.of("user_id", call.argument("userId"), "pages", 12);
        Dovetail dovetail = asynchronous(database.dsl(), reports);
        Service service = Service.of(dovetail, "type Query { version: String }");
        Object id = service.data("mutation { report(userId: 7) }").get("report");

        try (AsyncActionWorker worker = worker(dovetail)) {
            assertThat(worker).isNotNull();
            Map<String, Object> answer = Map.of();
            for (int i = 0; i < 1500 && !String.valueOf(answer).contains("pages=12"); i++) {
                Thread.sleep(20); // as a client waits between two questions
                answer = service.data("{ report(id: \"" + id + "\") { errors output { user_id pages } } }");
            }
            assertThat(answer).hasToString("{report={errors=null, output={user_id=7, pages=12}}}");
        }
    }

    private static Dovetail asynchronous(DSLContext dsl, ActionHandler reports) {
        // spotless:off
        // snippet
        Dovetail dovetail = Dovetail.builder()
                .asyncActions(JooqAsyncActions.of(dsl))     // its table: JooqAsyncActions.ddl()
                .types("type Report { user_id: Int! pages: Int! }")
                .action(ActionDefinition.mutation("report")
                        .argument("userId", "Int!")
                        .returns("Report!")
                        .handler(reports)
                        .asynchronous(AsyncPolicy.builder().attempts(8).maxAge(Duration.ofHours(6)).build())
                        .build())
                .build();
        // end
        // spotless:on
        return dovetail;
    }

    private static AsyncActionWorker worker(Dovetail dovetail) {
        // spotless:off
        // snippet
        AsyncActionWorker worker = dovetail.asyncActionWorker()
                .concurrency(20)                            // handlers that run at once
                .lease(Duration.ofSeconds(30))              // renewed while a handler runs
                .start();
        // end
        // spotless:on
        return worker;
    }

    private Webhook webhook(URI service, String apiKey, List<String> cookies) {
        // spotless:off
        // snippet
        Webhook webhook = Webhook.post(service)
                .header("X-Api-Key", apiKey)
                .forwardClientHeaders(context -> context.get("headers"))  // Hasura's rules for which, and which win
                .timeout(Duration.ofSeconds(5))
                .maxResponseBytes(1_000_000)
                .policy(breaker::executeCompletionStage)    // around every call; here a circuit breaker of Resilience4j's
                .queryPolicy(retry)                         // around calls of query actions alone
                .transformRequest((request, call) -> request.withJson(call.arguments()))
                .onResponse((response, call) -> cookies.addAll(response.headers().getOrDefault("Set-Cookie", List.of())))
                .build();
        // end
        // spotless:on
        return webhook;
    }

    @Test
    void permissions_refuseCalls() {
        TestDatabase database = TestDatabase.with(
                "create table orders (id int primary key, user_id int)", "insert into orders values (1, 7), (2, 8)");
        List<Object> calls = new CopyOnWriteArrayList<>();
        Service service = Service.of(
                Dovetail.builder()
                        .tables(JooqTableSource.of(database.dsl()))
                        .session(context -> context.get(Session.class))
                        .table(TableDefinition.of("public", "orders")
                                .type("Order")
                                .columns("id")
                                .build())
                        .action(refund(call -> calls.add(call.arguments())))
                        .build(),
                "type Query { version: String }");
        database.forget();

        Session customer = Session.of("customer", Map.of("user-id", "7"));
        assertThat(refund(service, customer, 1, 100)).isEmpty();
        assertThat(refund(service, customer, 1, 101)).containsExactly("[refund] access-denied");
        assertThat(refund(service, customer, 2, 1)).containsExactly("[refund] access-denied");
        assertThat(refund(service, Session.of("guest", Map.of()), 1, 1)).containsExactly("[refund] access-denied");
        assertThat(refund(service, Session.of("support", Map.of()), 2, 500)).isEmpty();
        assertThat(calls)
                .containsExactly(
                        Map.of("orderId", 1, "amount", 100, "by", "7"), Map.of("orderId", 2, "amount", 500, "by", "x"));
        assertThat(database.statements()).hasSize(2);
    }

    private static ActionDefinition refund(ActionHandler refunds) {
        // spotless:off
        // snippet
        ActionDefinition refund = ActionDefinition.mutation("refund")
                .argument("orderId", "Int!").argument("amount", "Int!").argument("by", "ID").returns("Boolean")
                .permissions(ActionPermission.forRole("support").build(),
                        ActionPermission.forRole("customer")
                                .preset("by", SessionVariable.of("user-id"))                 // whatever the client gives
                                .when(call -> call.<Integer>argument("amount") <= 100)
                                .requires(RequiredRow.in("public", "orders").from("orderId").to("id")
                                        .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id"))).build())
                                .build())
                .handler(refunds)
                .build();
        // end
        // spotless:on
        return refund;
    }

    private static List<String> refund(Service service, Session caller, int order, int amount) {
        return Service.codes(service.execute(
                "mutation { refund(orderId: %d, amount: %d, by: \"x\") }".formatted(order, amount),
                input -> input.graphQLContext(Map.of(Session.class, caller))));
    }

    /** A service that knows how risky users are. */
    private interface Risks {
        List<Integer> of(List<String> users);
    }

    @Test
    void relationshipToAnAction_isOneCallForAllRows() {
        TestDatabase database =
                TestDatabase.with("create table users (id int primary key)", "insert into users values (1), (2), (3)");
        List<List<String>> calls = new CopyOnWriteArrayList<>();
        Service service = riskService(database, users -> {
            calls.add(users);
            return users.stream().map(user -> 10 * Integer.parseInt(user)).toList();
        });

        assertThat(service.data("{ outputs { users { risk } } riskOf(userId: 7) }"))
                .hasToString("{outputs={users=[{risk=10}, {risk=20}, {risk=30}]}, riskOf=70}");
        assertThat(calls).containsExactlyInAnyOrder(List.of("7"), List.of("1", "2", "3"));
    }

    private static Service riskService(TestDatabase database, Risks risks) {
        // spotless:off
        // snippet
        ActionDefinition riskOf = ActionDefinition.query("riskOf").argument("userId", "ID!").returns("Int")
                .batchHandler(calls -> risks.of(calls.stream().map(call -> call.<String>argument("userId")).toList()))
                .build();
        ActionRelationship risk = ActionRelationship.named("risk").on("User")
                .from("id").action("riskOf").to("userId").build();
        // end
        // spotless:on
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type Output { ids: [Int!]! }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id")
                        .build())
                .action(riskOf)
                .action(ActionDefinition.query("outputs")
                        .returns("Output")
                        .handler(call -> Map.of("ids", List.of(1, 2, 3)))
                        .build())
                .relationship(risk)
                .relationship(ArrayRelationship.named("users")
                        .on("Output")
                        .references("public", "users")
                        .from("ids")
                        .to("id")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }
}
