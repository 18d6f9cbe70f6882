package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A parent that cannot be joined gets its own coded error; the others are joined. */
final class JoinFailuresTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = "type Query { version: String }";
    private static final Map<String, Object> USER = Map.of("user", Map.of("name", "Hodor"));

    private final FakeTables tables = FakeTables.none().add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"));

    private record Other(String key) {}

    private static final class Throwing {
        public String getId() {
            throw new IllegalStateException("secret");
        }
    }

    @Test
    void unreadableKeys_failAloneAndQuietly() {
        try (Logged logged = new Logged()) {
            ExecutionResult result = service(call -> List.of(
                            Map.of("id", ID), new Other("x"), new Throwing(), Map.of("id", "abc"), Map.of("id", ID)))
                    .execute("{ outputs { user { name } } }");

            assertThat((Object) result.getData())
                    .isEqualTo(Map.of("outputs", Arrays.asList(USER, noUser(), noUser(), noUser(), USER)));
            assertThat(Service.errors(result))
                    .containsExactlyInAnyOrder(
                            "[outputs, 1, user] join-key-unreadable: "
                                    + "The object that is joined has no readable property 'id'",
                            "[outputs, 2, user] join-key-unreadable: "
                                    + "The object that is joined has no readable property 'id'",
                            "[outputs, 3, user] join-key-invalid: "
                                    + "Relationship Output.user has a key that is no value of type UUID");
            assertThat(logged.lines()).noneMatch(line -> line.startsWith("ERROR") || line.startsWith("WARN"));
        }
        assertThat(tables.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.keys()).hasSize(1));
    }

    @Test
    void callers_neverShareALookup() {
        Dovetail dovetail = dovetail(call -> List.of(Map.of("id", ID, "role", "a"), Map.of("id", ID, "role", "b")))
                .sessionFrom(environment -> {
                    Map<String, Object> source = environment.getSource();
                    return source == null ? Session.ANONYMOUS : Session.of((String) source.get("role"), Map.of());
                })
                .build();

        assertThat(Service.of(dovetail, SDL).data("{ outputs { user { name } } }"))
                .isEqualTo(Map.of("outputs", List.of(USER, USER)));
        assertThat(tables.requests())
                .extracting(request -> request.session().role())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void sessionFunction_thatThrows_failsTheJoin() {
        Dovetail dovetail = dovetail(call -> List.of(Map.of("id", ID)))
                .sessionFrom(environment -> {
                    if (environment.getSource() != null) {
                        throw new IllegalStateException("secret");
                    }
                    return Session.ANONYMOUS;
                })
                .build();

        try (Logged logged = new Logged()) {
            ExecutionResult result = Service.of(dovetail, SDL).execute("{ outputs { user { name } } }");

            assertThat(Service.errors(result))
                    .containsExactly("[outputs, 0, user] session-failed: The caller's session could not be resolved");
            assertThat(logged.causes()).containsExactly("secret");
        }
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void sourceWithAnError_onALateThread_failsTheFieldAndLeavesNobodyWaiting() {
        TableSource broken = new TableSource() {
            @Override
            public Table describe(TableName name) {
                return tables.describe(name);
            }

            @Override
            public CompletionStage<TableRows> load(TableRequest request) {
                throw new NoClassDefFoundError("secret");
            }
        };
        Executor late = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);
        Dovetail dovetail = dovetail(call -> CompletableFuture.supplyAsync(() -> List.of(Map.of("id", ID)), late))
                .tables(broken)
                .build();

        try (Logged logged = new Logged()) {
            ExecutionResult result = Service.of(dovetail, SDL).execute("{ outputs { user { name } } }");

            assertThat(Service.errors(result))
                    .containsExactly(
                            "[outputs, 0, user] table-lookup-failed: The lookup of relationship Output.user failed");
            assertThat(logged.causes()).containsExactly("secret");
        }
    }

    @Test
    void withoutInstrumentation_theErrorSaysHowToInstallIt() {
        Dovetail dovetail = dovetail(call -> List.of(Map.of("id", ID))).build();
        GraphQL bare = GraphQL.newGraphQL(Service.schema(dovetail, SDL, wiring -> wiring))
                .build();

        assertThat(Service.errors(bare.execute("{ outputs { user { name } } }")))
                .singleElement()
                .asString()
                .startsWith("[outputs, 0, user] instrumentation-missing: ")
                .endsWith("build GraphQL with .instrumentation(dovetail.instrumentation()), or declare it as a bean");
    }

    private static Map<String, Object> noUser() {
        Map<String, Object> output = new HashMap<>();
        output.put("user", null);
        return output;
    }

    private Service service(ActionHandler handler) {
        return Service.of(dovetail(handler).build(), SDL);
    }

    private DovetailBuilder dovetail(ActionHandler handler) {
        return Dovetail.builder()
                .tables(tables)
                .types("type Output { id: ID }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(handler)
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build());
    }
}
