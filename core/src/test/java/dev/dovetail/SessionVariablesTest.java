package dev.dovetail;

import static dev.dovetail.access.RowFilter.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller whose session lacks what an access rule needs is refused before any handler runs. */
final class SessionVariablesTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = "type Query { version: String }";
    private static final String MISSING = "session-variable-missing";
    private static final String NEEDED =
            ": The session has no variable 'user-id', " + "needed by the rule for role 'user' of table public.orders";

    private final AtomicInteger calls = new AtomicInteger();
    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ANN));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ version output { orders { id } } }",
                "mutation { output: create { orders { id } } }",
                "{ output { ...joined } } fragment joined on Output { orders { id } }",
                "{ output { ... on Output { ... { orders { id } } } } }",
                "{ output { orders: orders(limit: 1) { id } } }",
                "{ output { orders @include(if: true) { id } } }",
                "query ($no: Boolean = false) { output { orders @skip(if: $no) { id } } }"
            })
    void missingVariable_refusesTheRequestBeforeAnyHandler(String request) {
        ExecutionResult result = ofSession(user()).execute(request);

        assertThat(result.<Object>getData()).isNull();
        assertThat(Service.errors(result)).containsExactly("[output, orders] " + MISSING + NEEDED);
        assertThat(result.getErrors().get(0).getLocations()).hasSize(1);
        assertThat(calls).hasValue(0);
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void eachFieldThatNeedsTheVariable_isNamedByItsAnswersPath() {
        ExecutionResult result = ofSession(user()).execute("""
                {
                  a: output { orders { id } total: orders_aggregate { aggregate { count } } }
                  b: output { user { orders_connection { edges { node { id } } } } }
                }
                """);

        assertThat(Service.codes(result))
                .containsExactly(
                        "[a, orders] " + MISSING, "[a, total] " + MISSING, "[b, user, orders_connection] " + MISSING);
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ output { id user { name } } }",
                "{ output { orders @skip(if: true) { id } } }",
                "query ($yes: Boolean = false) { output { orders @include(if: $yes) { id } } }",
                "{ output { __typename } __schema { queryType { name } } }"
            })
    void requestThatDoesNotComeToTheTable_runs(String request) {
        assertThat(ofSession(user()).execute(request).getErrors()).isEmpty();
        assertThat(calls).hasValue(1);
    }

    @Test
    void variableThatIsThere_letsTheRequestRun() {
        Session session = Session.of("user", Map.of("user-id", ANN));

        assertThat(ofSession(session).data("{ output { orders { id } } }")).hasToString("{output={orders=[{id=1}]}}");
    }

    @Test
    void variableThatTheColumnCannotHave_refusesTheRequestWithoutItsValue() {
        ExecutionResult result =
                ofSession(Session.of("user", Map.of("user-id", "s3cret"))).execute("{ output { orders { id } } }");

        assertThat(Service.errors(result))
                .containsExactly("[output, orders] access-denied: Session variable 'user-id' has a value "
                        + "that cannot be used by the rule for role 'user' of table public.orders");
        assertThat(calls).hasValue(0);
    }

    @Test
    void callerWithoutARule_isHeardByTheField_becauseItMayLogInFirst() {
        Service service = service(Dovetail.builder().session(SessionVariablesTest::inContext));

        ExecutionResult late = service.execute("mutation { login(user: 7) { orders { id } } }");
        ExecutionResult never = service.execute("mutation { create { orders { id } } }");

        assertThat(late.getErrors()).isEmpty();
        assertThat(late.<Object>getData()).hasToString("{login={orders=[{id=1}]}}");
        assertThat(Service.codes(never)).containsExactly("[create, orders] access-denied");
    }

    @Test
    void loginThatLacksAVariable_refusesTheActionsAfterIt() {
        Service service = service(Dovetail.builder().session(SessionVariablesTest::inContext));

        ExecutionResult result =
                service.execute("mutation { login { id } create { orders { id } } again: create { id } }");

        assertThat(result.<Object>getData())
                .hasToString("{login={id=" + ANN + "}, create=null, again={id=" + ANN + "}}");
        assertThat(Service.errors(result)).containsExactly("[create] " + MISSING + NEEDED);
        assertThat(calls).hasValue(2);
    }

    @Test
    void sessionOfFieldsAlone_isCheckedBeforeEachHandler() {
        Service service = service(Dovetail.builder()
                .sessionFrom(environment ->
                        "b".equals(environment.getExecutionStepInfo().getPath().getSegmentName())
                                ? complete()
                                : user()));

        ExecutionResult result =
                service.execute("{ a: output { orders { id } } b: output { id } c: output { ...joined } }"
                        + " fragment joined on Output { user { orders_aggregate { aggregate { count } } } }");

        assertThat(result.<Object>getData()).hasToString("{a=null, b={id=" + ANN + "}, c=null}");
        assertThat(Service.errors(result))
                .containsExactlyInAnyOrder("[a] " + MISSING + NEEDED, "[c] " + MISSING + NEEDED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void sessionOfTheOperationAndOfFields_areEachAskedForTheirOwn() {
        Service complete = service(
                Dovetail.builder().session(context -> complete()).sessionFrom(SessionVariablesTest::inLocalContext));
        Service lacking = service(
                Dovetail.builder().sessionFrom(environment -> complete()).session(context -> user()));
        String request = "{ output { orders { id } } }";

        assertThat(Service.codes(lacking.execute(request))).containsExactly("[output, orders] " + MISSING);
        assertThat(calls).hasValue(0);
        assertThat(Service.codes(complete.execute(request))).containsExactly("[output, orders] access-denied");
        assertThat(calls).hasValue(1);
    }

    @Test
    void localContext_givesTheFieldsBelowItAnotherCaller() {
        Service service = service(Dovetail.builder()
                .session(context -> Session.ANONYMOUS)
                .sessionFrom(SessionVariablesTest::inLocalContext));

        assertThat(service.data("{ asUser { orders { id } } }")).hasToString("{asUser={orders=[{id=1}]}}");
        assertThat(tables.requests())
                .extracting(request -> request.session().role())
                .containsExactly("user");
    }

    @Test
    void fieldOfTheHosts_isCheckedWithTheOperation() {
        Service service = Service.of(
                dovetail(Dovetail.builder().session(context -> user())),
                "type Query { mine: Output }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("mine", environment -> {
                            calls.incrementAndGet();
                            return Map.of("id", ANN);
                        })));

        assertThat(Service.codes(service.execute("{ mine { orders { id } } }")))
                .containsExactly("[mine, orders] " + MISSING);
        assertThat(calls).hasValue(0);
    }

    @Test
    void builtSchema_isCheckedAsWell() {
        Dovetail dovetail = dovetail(Dovetail.builder().session(context -> user()));
        Service service = Service.of(dovetail, dovetail.extend(Service.hostSchema(SDL, wiring -> wiring)));

        assertThat(Service.codes(service.execute("{ output { orders { id } } }")))
                .containsExactly("[output, orders] " + MISSING);
        assertThat(calls).hasValue(0);
    }

    @Test
    void sessionThatCannotBeResolved_isAnErrorOfTheFields() {
        Service service = service(Dovetail.builder().session(context -> {
            throw new IllegalStateException("s3cret");
        }));

        try (Logged logged = new Logged()) {
            assertThat(Service.codes(service.execute("{ output { orders { id } } }")))
                    .containsExactly("[output] session-failed");
            assertThat(logged.lines()).hasSize(1);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void rule_namesVariablesOfItsOwn_andNotThoseOfTablesThatItFollows() {
        Service service = Service.of(
                builder(Dovetail.builder().session(context -> user()))
                        .table(orders(AccessRule.forRole("user")
                                .rows(RowFilter.related("user", column("name").eq("Ann")))
                                .requires("tenant")
                                .allColumns()
                                .build()))
                        .table(TableDefinition.of("public", "users")
                                .type("User")
                                .columns("name")
                                .access(AccessRule.forRole("user")
                                        .rows(column("id").eq(SessionVariable.of("user-id")))
                                        .allColumns()
                                        .build())
                                .build())
                        .build(),
                SDL);

        assertThat(Service.errors(service.execute("{ output { orders { id } } }")))
                .containsExactly("[output, orders] " + MISSING + ": The session has no variable 'tenant', "
                        + "needed by the rule for role 'user' of table public.orders");
    }

    private static Session user() {
        return Session.of("user", Map.of());
    }

    private static Session complete() {
        return Session.of("user", Map.of("user-id", ANN));
    }

    private static Session inContext(GraphQLContext context) {
        return context.getOrDefault(Session.class, Session.ANONYMOUS);
    }

    private static Session inLocalContext(DataFetchingEnvironment environment) {
        Session session = environment.getLocalContext();
        return session == null ? Session.ANONYMOUS : session;
    }

    private Service ofSession(Session session) {
        return service(Dovetail.builder().session(context -> session));
    }

    private Service service(DovetailBuilder sessions) {
        return Service.of(
                dovetail(sessions),
                SDL,
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("version", environment -> {
                            calls.incrementAndGet();
                            return "1";
                        })));
    }

    private Dovetail dovetail(DovetailBuilder sessions) {
        return builder(sessions)
                .table(orders(AccessRule.forRole("user")
                        .rows(column("user_id").eq(SessionVariable.of("user-id")))
                        .allColumns()
                        .aggregates()
                        .build()))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .open()
                        .build())
                .build();
    }

    private static TableDefinition orders(AccessRule rule) {
        return TableDefinition.of("public", "orders")
                .type("Order")
                .columns("id")
                .access(rule)
                .build();
    }

    private DovetailBuilder builder(DovetailBuilder sessions) {
        return sessions.tables(tables)
                .types("type Output { id: ID }")
                .action(ActionDefinition.query("output")
                        .returns("Output")
                        .handler(call -> answer())
                        .build())
                .action(ActionDefinition.mutation("create")
                        .returns("Output")
                        .handler(call -> answer())
                        .build())
                .action(ActionDefinition.query("asUser")
                        .returns("Output")
                        .handler(call -> DataFetcherResult.newResult()
                                .data(answer())
                                .localContext(complete())
                                .build())
                        .build())
                .action(ActionDefinition.mutation("login")
                        .argument("user", "ID")
                        .returns("Output")
                        .handler(call -> {
                            Map<String, Object> variables =
                                    call.argument("user") == null ? Map.of() : Map.of("user-id", ANN);
                            call.environment().getGraphQlContext().put(Session.class, Session.of("user", variables));
                            return answer();
                        })
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Order")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .build())
                .relationship(orders("Output"))
                .relationship(orders("User"));
    }

    private static ArrayRelationship orders(String type) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .aggregates()
                .connection()
                .build();
    }

    private Map<String, Object> answer() {
        calls.incrementAndGet();
        return Map.of("id", ANN);
    }
}
