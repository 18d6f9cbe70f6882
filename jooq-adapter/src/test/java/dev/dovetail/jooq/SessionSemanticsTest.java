package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.execution.DataFetcherResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two callers never share a batch, however much their selections have in common. */
final class SessionSemanticsTest {

    private static final String HOST = """
            type Query { as(role: String!): [Output] }
            type Output { key: Int }
            """;

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)", "insert into users values (1, 'Ann'), (2, 'Bob')");
    private final List<TableRequest> requests = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        requests.clear();
    }

    @Test
    void localContext_changesTheCaller_separatesTheBatches() {
        Service service = Service.of(
                dovetail()
                        .sessionFrom(environment -> Session.of(environment.getLocalContext(), Map.of()))
                        .build(),
                HOST,
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                "as",
                                environment -> DataFetcherResult.newResult()
                                        .data(keys(1, 2))
                                        .localContext(environment.getArgument("role"))
                                        .build())));
        database.forget();

        assertThat(service.data("""
                        {
                          ann: as(role: "user") { ...joined }
                          bob: as(role: "user") { ...joined }
                          root: as(role: "admin") { ...joined }
                        }
                        fragment joined on Output { user { name } }
                        """))
                .containsOnlyKeys("ann", "bob", "root")
                .allSatisfy((alias, value) -> assertThat(value).hasToString("[{user={name=Ann}}, {user={name=Bob}}]"));
        assertThat(requests).extracting(request -> request.session().role()).containsExactlyInAnyOrder("user", "admin");
        assertThat(requests).allSatisfy(request -> assertThat(request.keys()).hasSize(2));
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void variables_differ_separateTheBatchesOfOneRole() {
        Service service = Service.of(
                dovetail()
                        .sessionFrom(
                                environment -> Session.of("user", Map.of("id", environment.<Object>getLocalContext())))
                        .build(),
                HOST,
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                "as",
                                environment -> DataFetcherResult.newResult()
                                        .data(keys(1))
                                        .localContext(environment.getArgument("role"))
                                        .build())));

        service.data("{ a: as(role: \"7\") { user { name } } b: as(role: \"8\") { user { name } } }");

        assertThat(requests)
                .extracting(request -> request.session().variable("id"))
                .containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void loginMutation_putsTheCallerIntoTheContext_joinsAsThatCaller() {
        Service service = Service.of(
                dovetail()
                        .session(context -> Session.of(context.get("role"), Map.of()))
                        .action(ActionDefinition.mutation("login")
                                .argument("role", "String!")
                                .returns("Output")
                                .handler(call -> {
                                    call.environment().getGraphQlContext().put("role", call.argument("role"));
                                    return Map.of("key", 1);
                                })
                                .build())
                        .build(),
                HOST);

        assertThat(service.data("""
                        mutation {
                          first: login(role: "guest") { ...joined }
                          second: login(role: "admin") { ...joined }
                        }
                        fragment joined on Output { user { name } }
                        """)).hasToString("{first={user={name=Ann}}, second={user={name=Ann}}}");
        assertThat(requests).extracting(request -> request.session().role()).containsExactly("guest", "admin");
    }

    @Test
    void session_cannotBeResolved_isAnErrorOfEachFieldAndReadsNothing() {
        Service service = Service.of(
                dovetail()
                        .session(context -> {
                            throw new IllegalStateException("s3cret");
                        })
                        .build(),
                HOST,
                wiring -> wiring.type("Query", type -> type.dataFetcher("as", environment -> keys(1, null))));

        var result = service.execute("{ as(role: \"x\") { key user { name } } }");

        assertThat(result.<Object>getData()).hasToString("{as=[{key=1, user=null}, {key=null, user=null}]}");
        assertThat(Service.codes(result)).containsExactly("[as, 0, user] session-failed");
        assertThat(result.toSpecification().toString()).doesNotContain("s3cret");
        assertThat(requests).isEmpty();
    }

    private DovetailBuilder dovetail() {
        return Dovetail.builder()
                .tables(new Watched(JooqTableSource.of(database.dsl()), requests))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(Outputs.userByKey("user").build());
    }

    private record Watched(TableSource source, List<TableRequest> requests) implements TableSource {

        @Override
        public Table describe(TableName name) {
            return source.describe(name);
        }

        @Override
        public CompletionStage<TableRows> load(TableRequest request) {
            requests.add(request);
            return source.load(request);
        }
    }
}
