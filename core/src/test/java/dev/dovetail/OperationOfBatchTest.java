package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableRequest;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source is told what operation a batch is part of, wherever in the operation the batch is made. */
final class OperationOfBatchTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final Map<String, Object> OUTPUT = Map.of("id", ANN, "ids", List.of(ANN));

    private static final String ARGUMENT = "(id: \"" + ANN + "\")";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ANN));

    @ParameterizedTest
    @EnumSource(Operation.class)
    void joinsBelowRows_arePartOfTheOperation(Operation operation) {
        run(operation, "user { orders { id user { name } } }");

        assertOperations(operation, "users", "orders", "users");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyForm_isPartOfTheOperation(Operation operation) {
        run(
                operation,
                "ofList { name } orders_aggregate { nodes { user { name } } }"
                        + " orders_connection { edges { cursor node { id } } }");

        assertOperations(operation, "users", "orders", "users", "orders");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void joinBelowAnActionOfRows_isPartOfTheOperation(Operation operation) {
        run(operation, "user { copy { user { name } } }");

        assertOperations(operation, "users", "users");
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"QUERY", "MUTATION"})
    void rowThatAPermissionRequires_isPartOfTheOperation(Operation operation) {
        run(operation, "id");
        assertThat(tables.requests()).isEmpty();

        String field = operation == Operation.QUERY ? "guarded" : "guardedNow";
        execute(operation, field + ARGUMENT + " { id }");

        assertOperations(operation, "users");
    }

    @Test
    void requestOfAnotherMaker_isPartOfAQueryUnlessItSaysSo() {
        run(Operation.SUBSCRIPTION, "user { name }");
        TableRequest made = tables.requests().get(0);
        TableRequest request = new TableRequest(made.query(), made.keys(), made.session(), made.context());

        assertThat(request.operation()).isEqualTo(Operation.QUERY);
        assertThat(request.partOf(Operation.MUTATION)
                        .within(1, 1)
                        .with(List.of())
                        .operation())
                .isEqualTo(Operation.MUTATION);
    }

    private void assertOperations(Operation operation, String... asked) {
        assertThat(tables.requests())
                .extracting(request -> request.query().table().name().name())
                .containsExactlyInAnyOrder(asked);
        assertThat(tables.requests()).extracting(TableRequest::operation).containsOnly(operation);
    }

    private void run(Operation operation, String selection) {
        String field = operation == Operation.MUTATION ? "outputNow" : "output";
        execute(operation, field + " { " + selection + " }");
    }

    private void execute(Operation operation, String field) {
        ExecutionResult result = service().execute("%s { %s }".formatted(kind(operation), field));
        List<ExecutionResult> answers = operation == Operation.SUBSCRIPTION ? Events.answers(result) : List.of(result);

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.getErrors()).isEmpty());
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case QUERY -> "query";
            case MUTATION -> "mutation";
            case SUBSCRIPTION -> "subscription";
        };
    }

    private Service service() {
        return Service.of(
                dovetail(),
                "type Query { version: String } type Subscription { output: Output }",
                wiring -> wiring.type(
                        "Subscription", type -> type.dataFetcher("output", environment -> new Events(OUTPUT))));
    }

    private Dovetail dovetail() {
        return Dovetail.builder()
                .tables(tables)
                .types("type Output { id: ID ids: [ID] }")
                .action(unguarded(ActionDefinition.query("output")))
                .action(unguarded(ActionDefinition.mutation("outputNow")))
                .action(guarded(ActionDefinition.query("guarded")))
                .action(guarded(ActionDefinition.mutation("guardedNow")))
                .action(ActionDefinition.query("copy")
                        .argument("id", "ID!")
                        .returns("Output")
                        .batchHandler(
                                calls -> calls.stream().map(call -> OUTPUT).toList())
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(user("Output", "id"))
                .relationship(user("Order", "user_id"))
                .relationship(orders("Output"))
                .relationship(orders("User"))
                .relationship(ArrayRelationship.named("ofList")
                        .on("Output")
                        .references("public", "users")
                        .from("ids")
                        .to("id")
                        .build())
                .relationship(ActionRelationship.named("copy")
                        .on("User")
                        .from("id")
                        .action("copy")
                        .to("id")
                        .build())
                .build();
    }

    private static ActionDefinition unguarded(ActionDefinition.Builder action) {
        return action.returns("Output").handler(call -> OUTPUT).build();
    }

    private static ActionDefinition guarded(ActionDefinition.Builder action) {
        RequiredRow row = RequiredRow.in("public", "users").from("id").to("id").build();
        return action.argument("id", "ID!")
                .returns("Output")
                .handler(call -> OUTPUT)
                .permissions(ActionPermission.forEveryone().requires(row).build())
                .build();
    }

    private static ObjectRelationship user(String type, String idField) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(idField)
                .to("id")
                .build();
    }

    private static ArrayRelationship orders(String type) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("id")
                .aggregates()
                .connection()
                .build();
    }
}
