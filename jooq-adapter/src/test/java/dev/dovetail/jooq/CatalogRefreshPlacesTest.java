package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.CatalogRefresh;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.CallbackExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that is made of the catalog is made anew: access rules, permissions of actions, statements, in either kind of schema. */
final class CatalogRefreshPlacesTest {

    private static final String HOST = "type Query { version: String }";

    private TestDatabase database;
    private Dovetail dovetail;

    /** How a schema is extended and executed. */
    enum Kind {
        SDL,
        BUILT,
        OWN_STRATEGY
    }

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table users (id int primary key, boss int, name text, team int)",
                "insert into users values (1, null, 'Ann', 7), (2, 1, 'Ben', 7), (3, 1, 'Cat', 8)");
        dovetail = dovetail(database.dsl());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keysRulesAndPermissions_areOfTheNewTypes(Kind kind) {
        GraphQL graphQL = graphQL(kind);
        String before = data(graphQL, 7);
        database.run(
                "alter table users alter team type text using team::text",
                "alter table users alter id type bigint",
                "alter table users alter boss type bigint");
        assertThat(execute(graphQL, 7).getErrors()).isNotEmpty();

        CatalogRefresh refresh = dovetail.refreshCatalog();

        assertThat(refresh.differences()).isEmpty();
        assertThat(refresh.changed()).hasSize(1);
        assertThat(data(graphQL, 7)).isEqualTo(before);
        assertThat(before).isEqualTo("{one={user={name=Ben, boss={name=Ann}}}, rename=true}");
        assertThat(Service.codes(execute(graphQL, 8))).contains("[rename] access-denied");
    }

    @Test
    void sourceThatIsDown_changesNothing() {
        AtomicBoolean down = new AtomicBoolean();
        ExecuteListener failing = new CallbackExecuteListener().onExecuteStart(context -> {
            if (down.get()) {
                throw new DataAccessException("down");
            }
        });
        DSLContext flaky = DSL.using(database.plain().configuration().derive(failing));
        dovetail = dovetail(flaky);
        GraphQL graphQL = graphQL(Kind.SDL);
        String before = data(graphQL, 7);
        down.set(true);

        CatalogRefresh refresh = dovetail.refreshCatalog();

        assertThat(refresh.changed()).isEmpty();
        assertThat(refresh.differences()).singleElement().asString().contains("could not be described");
        down.set(false);
        assertThat(data(graphQL, 7)).isEqualTo(before);
        assertThat(graphQL(Kind.SDL)).isNotNull();
        assertThat(dovetail.refreshCatalog().differences()).isEmpty();
    }

    @Test
    void requestsThatRunMeanwhile_areWholeOrSayThatTheTableChanged() throws Exception {
        GraphQL graphQL = graphQL(Kind.SDL);
        String whole = data(graphQL, 7);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<Void>> load = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                load.add(CompletableFuture.runAsync(() -> ask(graphQL, whole, answers, ended), threads));
            }
            for (String type : List.of("text", "bigint", "text", "int", "text")) {
                database.run("alter table users alter team type " + type + " using team::" + type);
                assertThat(dovetail.refreshCatalog().changed()).hasSize(1);
                int before = answers.get();
                while (answers.get() < before + 3 && load.stream().noneMatch(CompletableFuture::isDone)) {
                    // between two looks at how far the requests are
                    Thread.sleep(5);
                }
            }
            ended.set(true);
            for (CompletableFuture<Void> requests : load) {
                requests.get();
            }
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
        assertThat(data(graphQL, 7)).isEqualTo(whole);
    }

    /** Counts the answers that are whole; the others must say why they are not. */
    private static void ask(GraphQL graphQL, String whole, AtomicInteger answers, AtomicBoolean ended) {
        while (!ended.get()) {
            ExecutionResult result = execute(graphQL, 7);
            if (result.getErrors().isEmpty()) {
                assertThat(result.getData().toString()).isEqualTo(whole);
                answers.incrementAndGet();
            } else {
                assertThat(Service.codes(result))
                        .allMatch(code -> code.matches(".*(table-changed|table-lookup-failed|argument-invalid)"));
            }
        }
    }

    private GraphQL graphQL(Kind kind) {
        if (kind == Kind.SDL) {
            return Service.graphQL(dovetail, HOST, UnaryOperator.identity()).build();
        }
        GraphQLSchema schema = dovetail.extend(Service.hostSchema(HOST, UnaryOperator.identity()));
        GraphQL.Builder graphQL = GraphQL.newGraphQL(schema).instrumentation(dovetail.instrumentation());
        return kind == Kind.BUILT
                ? graphQL.build()
                : graphQL.queryExecutionStrategy(dovetail.executionStrategy()).build();
    }

    private static String data(GraphQL graphQL, int team) {
        ExecutionResult result = execute(graphQL, team);
        assertThat(result.getErrors()).isEmpty();
        return result.getData().toString();
    }

    private static ExecutionResult execute(GraphQL graphQL, int team) {
        return graphQL.execute(input -> input.query("{ one { user { name boss { name } } } rename(id: 2) }")
                .graphQLContext(Map.of(Session.class, Session.of("user", Map.of("team", String.valueOf(team))))));
    }

    private static Dovetail dovetail(DSLContext dsl) {
        return Dovetail.builder()
                .catalogRefresh(null)
                .tables(JooqTableSource.of(dsl))
                .session(context -> context.get(Session.class))
                .types("type Key { id: Int! }")
                .action(ActionDefinition.query("one")
                        .returns("Key")
                        .handler(call -> Map.of("id", 2))
                        .build())
                .action(ActionDefinition.query("rename")
                        .argument("id", "Int!")
                        .returns("Boolean")
                        .handler(call -> true)
                        .permissions(ActionPermission.forRole("user")
                                .requires(RequiredRow.in("public", "users")
                                        .from("id")
                                        .to("id")
                                        .rows(RowFilter.column("team").eq(SessionVariable.of("team")))
                                        .build())
                                .build())
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .access(AccessRule.forRole("user")
                                .rows(RowFilter.column("team").eq(SessionVariable.of("team")))
                                .allColumns()
                                .build())
                        .build())
                .relationship(user("Key", "user", "id"))
                .relationship(user("User", "boss", "boss"))
                .build();
    }

    private static ObjectRelationship user(String type, String name, String from) {
        return ObjectRelationship.named(name)
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }
}
