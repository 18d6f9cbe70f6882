package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The caller of a request may change while it runs: what is read before and after has nothing in common. */
final class ChangedRolesTest {

    private static final String JOINED =
            " fragment joined on Team { items { id name price } items_aggregate { aggregate { count } } }";
    private static final String TEAMS = "{ teams { items { id } } }";
    private static final String HOST = """
            type Query { teams: [Team!]! }
            type Team { id: Int! as(role: String, user: Int): Team }
            type Subscription { entered: Team }
            """;

    private final TestDatabase database = TestDatabase.with(
            "create table items (id int primary key, team int, owner int, name text, price int)",
            "create index on items (team)",
            "insert into items values (1, 1, 7, 'a', 10), (2, 1, 8, 'b', 20), (3, 2, 7, 'c', 30)");

    @Test
    void login_thatChangesTheLocalContext_isTheCallerBelowIt() {
        Service service = localCallers();
        database.forget();

        ExecutionResult result = service.execute("""
                mutation {
                  guest: login { id ...joined }
                  ann: login(role: "user", user: 7) { ...joined }
                  bob: login(role: "user", user: 8) { ...joined }
                  admin: login(role: "admin") { ...joined }
                }
                """ + JOINED);

        assertThat(result.<Object>getData())
                .hasToString("{guest={id=1, items=null, items_aggregate=null},"
                        + " ann={items=[{id=1, name=a, price=null}], items_aggregate={aggregate={count=1}}},"
                        + " bob={items=[{id=2, name=b, price=null}], items_aggregate={aggregate={count=1}}},"
                        + " admin={items=[{id=1, name=a, price=10}, {id=2, name=b, price=20}],"
                        + " items_aggregate={aggregate={count=2}}}}");
        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[guest, items] access-denied",
                        "[guest, items_aggregate] access-denied",
                        "[ann, items, 0, price] access-denied",
                        "[bob, items, 0, price] access-denied");
        assertThat(database.statements()).hasSize(6);
    }

    @Test
    void elementsOfAList_withCallersOfTheirOwn_areReadOnceForEachCaller() {
        Service service = localCallers();
        database.forget();

        ExecutionResult result = service.execute("""
                {
                  teams {
                    ann: as(role: "user", user: 7) { items { id } }
                    again: as(role: "user", user: 7) { items { id } }
                    bob: as(role: "user", user: 8) { items { id } }
                    admin: as(role: "admin") { items { id } admins: as(role: "user", user: 8) { items { id } } }
                  }
                }
                """);

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Object>getData())
                .hasToString("{teams=[{ann={items=[{id=1}]}, again={items=[{id=1}]}, bob={items=[{id=2}]},"
                        + " admin={items=[{id=1}, {id=2}], admins={items=[{id=2}]}}},"
                        + " {ann={items=[{id=3}]}, again={items=[{id=3}]}, bob={items=[]},"
                        + " admin={items=[{id=3}], admins={items=[]}}}]}");
        assertThat(database.statements()).hasSize(3);
    }

    @Test
    void mutations_thatChangeTheContext_areEachReadByTheRuleOfTheirTime() {
        Service service = Service.of(contextsUser(), HOST, ChangedRolesTest::host);
        database.forget();

        ExecutionResult result =
                service.execute("mutation { ann: enter(user: 7) { ...joined } bob: enter(user: 8) { ...joined } }"
                        + " fragment joined on Team { items { id } items_aggregate { aggregate { max { price } } } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Object>getData())
                .hasToString("{ann={items=[{id=1}], items_aggregate={aggregate={max={price=10}}}},"
                        + " bob={items=[{id=2}], items_aggregate={aggregate={max={price=20}}}}}");
        assertThat(database.statements()).hasSize(4);
    }

    @Test
    void requests_withOneContextAndOneDocument_areEachReadByTheRuleOfTheirTime() throws Exception {
        PreparsedDocumentEntry document = new PreparsedDocumentEntry(Parser.parse(TEAMS));
        GraphQL service = Service.graphQL(contextsUser(), HOST, ChangedRolesTest::host)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(document))
                .build();
        ExecutionInput input = ExecutionInput.newExecutionInput(TEAMS)
                .dataLoaderRegistry(new DataLoaderRegistry())
                .build();

        List<Object> answers = new ArrayList<>();
        for (int user : new int[] {7, 8, 9}) {
            input.getGraphQLContext().put("user", user);
            answers.add(service.executeAsync(input).get().getData());
        }

        assertThat(answers)
                .hasToString("[{teams=[{items=[{id=1}]}, {items=[{id=3}]}]}, {teams=[{items=[{id=2}]}, {items=[]}]},"
                        + " {teams=[{items=[]}, {items=[]}]}]");
    }

    @Test
    void events_ofASubscription_areEachReadByTheRuleOfTheirTime() {
        Publisher<ExecutionResult> answers = Service.of(contextsUser(), HOST, ChangedRolesTest::host)
                .execute("subscription { entered { items { id } } }")
                .getData();
        List<Object> received = new ArrayList<>();
        answers.subscribe(new Collecting(received));

        assertThat(received).hasToString("[{entered={items=[{id=1}]}}, {entered={items=[{id=2}]}}]");
    }

    /** The caller is the local context's. */
    private Service localCallers() {
        AccessRule user = AccessRule.forRole("user")
                .rows(column("owner").eq(SessionVariable.of("user")))
                .columns("id", "name")
                .aggregates()
                .build();
        AccessRule admin =
                AccessRule.forRole("admin").allRows().allColumns().aggregates().build();
        Dovetail dovetail = dovetail(user, admin)
                .sessionFrom(environment ->
                        environment.getLocalContext() instanceof Session session ? session : Session.ANONYMOUS)
                .action(ActionDefinition.mutation("login")
                        .argument("role", "String")
                        .argument("user", "Int")
                        .returns("Team")
                        .handler(call -> as(call.environment(), Map.of("id", 1)))
                        .build())
                .build();
        return Service.of(dovetail, HOST, ChangedRolesTest::host);
    }

    private static DataFetcherResult<Object> as(DataFetchingEnvironment environment, Object value) {
        Map<String, Object> variables = environment.containsArgument("user")
                ? Map.of("user", environment.<Object>getArgument("user"))
                : Map.of();
        return DataFetcherResult.newResult()
                .data(value)
                .localContext(Session.of(environment.getArgument("role"), variables))
                .build();
    }

    /** The caller is always the same, and what it may read depends on the request's context. */
    private Dovetail contextsUser() {
        return dovetail(AccessRule.forEveryone()
                        .rows(JooqRows.where(
                                context -> field(name("owner"), Integer.class).eq(context.<Integer>get("user"))))
                        .allColumns()
                        .aggregates()
                        .build())
                .build();
    }

    private DovetailBuilder dovetail(AccessRule... rules) {
        return Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .action(ActionDefinition.mutation("enter")
                        .argument("user", "Int!")
                        .returns("Team")
                        .handler(call -> enter(call.environment(), call.argument("user")))
                        .build())
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .columns("id", "name", "price")
                        .access(rules)
                        .build())
                .relationship(ArrayRelationship.named("items")
                        .on("Team")
                        .references("public", "items")
                        .from("id")
                        .to("team")
                        .orderBy("id")
                        .aggregates()
                        .build());
    }

    private static Map<String, Object> enter(DataFetchingEnvironment environment, int user) {
        environment.getGraphQlContext().put("user", user);
        return Map.of("id", 1);
    }

    private static RuntimeWiring.Builder host(RuntimeWiring.Builder wiring) {
        return wiring.type(
                        "Query",
                        type -> type.dataFetcher("teams", environment -> List.of(Map.of("id", 1), Map.of("id", 2))))
                .type("Team", type -> type.dataFetcher("as", environment -> as(environment, environment.getSource())))
                .type("Subscription", type -> type.dataFetcher("entered", Entering::new));
    }

    /** Users 7 and 8 enter, one after the other, in the thread that asks for them. */
    private record Entering(DataFetchingEnvironment environment) implements Publisher<Object> {

        @Override
        public void subscribe(Subscriber<? super Object> subscriber) {
            subscriber.onSubscribe(new Subscription() {
                private int next = 7;

                @Override
                public void request(long n) {
                    for (long i = 0; i < n && next <= 8; i++) {
                        subscriber.onNext(enter(environment, next++));
                    }
                }

                @Override
                public void cancel() {
                    next = 9;
                }
            });
        }
    }

    private record Collecting(List<Object> received) implements Subscriber<ExecutionResult> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ExecutionResult result) {
            received.add(result.getErrors().isEmpty() ? result.getData() : result.getErrors());
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {}
    }
}
