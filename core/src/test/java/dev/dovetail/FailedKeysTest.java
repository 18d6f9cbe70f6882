package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A source that can answer some keys of a batch fails the others alone. */
final class FailedKeysTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final UUID BOB = UUID.fromString("0b0fa5b3-0a0f-4c5f-8b7f-1c5d0b4f8e22");
    private static final UUID EVE = UUID.fromString("11111111-0a0f-4c5f-8b7f-1c5d0b4f8e22");

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann"), Map.of("id", BOB, "name", "Bob"))
            .add(
                    FakeTables.orders(),
                    Map.of("id", 1, "user_id", ANN),
                    Map.of("id", 2, "user_id", BOB),
                    Map.of("id", 3, "user_id", BOB));

    @Test
    void object_ofAFailedKey_failsAlone_andIsLoggedOnceForTheBatch() {
        try (Logged logged = new Logged()) {
            ExecutionResult result = service(BOB, EVE).execute("{ outputs { user { name } again: user { name } } }");

            assertThat(result.<Object>getData())
                    .hasToString("{outputs=[{user={name=Ann}, again={name=Ann}}, {user=null, again=null},"
                            + " {user=null, again=null}, {user=null, again=null}]}");
            assertThat(Service.errors(result))
                    .hasSize(6)
                    .contains("[outputs, 1, user] table-lookup-failed: The lookup of relationship Output.user failed")
                    .extracting(error -> error.substring(0, error.indexOf(':')))
                    .containsExactlyInAnyOrder(
                            "[outputs, 1, user] table-lookup-failed",
                            "[outputs, 1, again] table-lookup-failed",
                            "[outputs, 2, user] table-lookup-failed",
                            "[outputs, 2, again] table-lookup-failed",
                            "[outputs, 3, user] table-lookup-failed",
                            "[outputs, 3, again] table-lookup-failed");
            assertThat(logged.lines())
                    .filteredOn(line -> !line.startsWith("DEBUG"))
                    .containsExactly(
                            "ERROR Relationship Output.user: the lookup of 2 of 3 key(s) in public.users failed");
            assertThat(logged.causes()).containsExactly("secret");
        }
        assertThat(tables.requests()).hasSize(1);
    }

    @Test
    void everyForm_ofAFailedKey_isAnError_andNeverEmpty() {
        for (String form : List.of(
                "orders { id }",
                "orders_aggregate { aggregate { count } nodes { id } }",
                "orders_connection { edges { node { id } } }")) {
            String field = form.substring(0, form.indexOf(' '));

            ExecutionResult whole = service().execute("{ outputs { " + form + " } }");
            ExecutionResult result = service(ANN).execute("{ outputs { " + form + " } }");

            assertThat(whole.getErrors()).isEmpty();
            assertThat(Service.codes(result)).containsExactly("[outputs, 0, " + field + "] table-lookup-failed");
            assertThat(outputs(result).get(0)).hasToString("{" + field + "=null}");
            assertThat(outputs(result).subList(1, 4))
                    .isEqualTo(outputs(whole).subList(1, 4))
                    .asString()
                    .contains("id=2");
        }
    }

    @Test
    void listOfKeys_withAFailedOne_failsAsAWhole() {
        ExecutionResult result = service(BOB).execute("{ lists { orders { id } } }");

        assertThat(result.<Object>getData()).hasToString("{lists=[{orders=null}, {orders=[{id=1}]}]}");
        assertThat(Service.codes(result)).containsExactly("[lists, 0, orders] table-lookup-failed");
    }

    @Test
    void joinInAdvance_ofAFailedKey_failsAlone_andSoDoesWhatIsBelow() {
        ExecutionResult result = onlyUsers(BOB).execute("{ outputs { orders { id user { name orders { id } } } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[outputs, 1, orders, 0, user] table-lookup-failed",
                        "[outputs, 1, orders, 1, user] table-lookup-failed",
                        "[outputs, 2, orders, 0, user] table-lookup-failed",
                        "[outputs, 2, orders, 1, user] table-lookup-failed");
        assertThat(outputs(result).get(0)).hasToString("{orders=[{id=1, user={name=Ann, orders=[{id=1}]}}]}");
        assertThat(outputs(result).get(1)).hasToString("{orders=[{id=2, user=null}, {id=3, user=null}]}");
    }

    @Test
    void branch_withAFailedKey_isAskedForByItself() {
        TableSource source = new Partly(tables, Set.of(), Set.of("public.orders", "public.users")) {
            @Override
            public CompletionStage<TableRows> load(TableRequest request) {
                return super.load(request).thenApply(found -> {
                    if (!request.branches().isEmpty()) {
                        TableRows branch = new TableRows((int) found.count());
                        branch.fail(0, new IllegalStateException("secret"));
                        found.setBranch(0, branch);
                    }
                    return found;
                });
            }
        };

        assertThat(service(source).data("{ outputs { orders { user { name } } } }"))
                .asString()
                .startsWith("{outputs=[{orders=[{user={name=Ann}}]}, {orders=[{user={name=Bob}}, {user={name=Bob}}]}");
        assertThat(tables.requests()).hasSize(2);
    }

    @Test
    void requiredRow_ofAFailedKey_refusesTheCall() {
        ExecutionResult result = service(ANN).execute("mutation { close(id: \"" + ANN + "\") }");

        assertThat(Service.codes(result)).containsExactly("[close] table-lookup-failed");
        assertThat(service(BOB).data("mutation { close(id: \"" + ANN + "\") }")).hasToString("{close=true}");
    }

    private static List<Object> outputs(ExecutionResult result) {
        return result.<Map<String, List<Object>>>getData().get("outputs");
    }

    private Service service(UUID... failing) {
        return service(new Partly(tables, Set.of(failing), Set.of("public.orders", "public.users")));
    }

    private Service onlyUsers(UUID... failing) {
        return service(new Partly(tables, Set.of(failing), Set.of("public.users")));
    }

    private static Service service(TableSource source) {
        Dovetail dovetail = Dovetail.builder()
                .tables(source)
                .session(context -> Session.of("clerk", Map.of()))
                .types("type Output { id: ID } type Listed { ids: [ID!]! }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call ->
                                List.of(Map.of("id", ANN), Map.of("id", BOB), Map.of("id", BOB), Map.of("id", EVE)))
                        .build())
                .action(ActionDefinition.query("lists")
                        .returns("[Listed]")
                        .handler(call -> List.of(Map.of("ids", List.of(ANN, BOB)), Map.of("ids", List.of(ANN))))
                        .build())
                .action(ActionDefinition.mutation("close")
                        .argument("id", "ID!")
                        .returns("Boolean")
                        .permissions(ActionPermission.forRole("clerk")
                                .requires(RequiredRow.in("public", "users")
                                        .from("id")
                                        .to("id")
                                        .build())
                                .build())
                        .handler(call -> true)
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(orders("Output").aggregates().connection().build())
                .relationship(orders("User").build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Listed")
                        .references("public", "orders")
                        .from("ids")
                        .to("user_id")
                        .build())
                .relationship(user("Output", "id"))
                .relationship(user("Order", "user_id"))
                .build();
        return Service.of(dovetail, "type Query { version: String } type Mutation { version: String }");
    }

    private static ArrayRelationship.Builder orders(String type) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from("id")
                .to("user_id");
    }

    private static ObjectRelationship user(String type, String from) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }

    /** Answers all keys but some, for which there may be rows all the same. */
    private static class Partly implements TableSource {

        private final FakeTables tables;
        private final Set<UUID> failing;
        private final Set<String> names;

        Partly(FakeTables tables, Set<UUID> failing, Set<String> names) {
            this.tables = tables;
            this.failing = failing;
            this.names = names;
        }

        @Override
        public Table describe(TableName name) {
            return tables.describe(name);
        }

        @Override
        public CompletionStage<TableRows> load(TableRequest request) {
            return tables.load(request).thenCompose(found -> {
                List<JoinKey> keys = request.keys();
                for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
                    if (names.contains(request.query().table().toString())
                            && failing.contains(keys.get(ordinal).value(0))) {
                        found.fail(ordinal, new IllegalStateException("secret"));
                    }
                }
                return CompletableFuture.completedFuture(found);
            });
        }
    }
}
