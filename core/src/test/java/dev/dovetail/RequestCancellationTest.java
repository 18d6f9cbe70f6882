package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source is told that a request was cancelled, and is asked for nothing more. */
final class RequestCancellationTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String QUERY = "{ output { id user { name orders { id } } } }";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ID));
    private final CompletableFuture<Void> slow = new CompletableFuture<>();
    private Dovetail dovetail;
    private GraphQL graphQL;

    /** Answers when the test says so. */
    private final class Slow implements TableSource {

        @Override
        public Table describe(TableName name) {
            return tables.describe(name);
        }

        @Override
        public CompletionStage<TableRows> load(TableRequest request) {
            CompletionStage<TableRows> rows = tables.load(request);
            return slow.thenCompose(done -> rows);
        }
    }

    @BeforeEach
    void start() {
        dovetail = Dovetail.builder()
                .tables(new Slow())
                .types("type Output { id: ID! }")
                .action(ActionDefinition.query("output")
                        .returns("Output")
                        .handler(call -> Map.of("id", ID))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build())
                .build();
        graphQL = Service.graphQL(dovetail, "type Query { version: String }", UnaryOperator.identity())
                .build();
    }

    @Test
    void cancelledRequest_isKnownToTheSourceAndAsksForNoFurtherLevel() throws Exception {
        ExecutionInput input = ExecutionInput.newExecutionInput(QUERY).build();
        CompletableFuture<ExecutionResult> running = graphQL.executeAsync(input);
        assertThat(tables.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.isCancelled()).isFalse());

        dovetail.cancel(input);
        slow.complete(null);

        ExecutionResult result = running.get(10, TimeUnit.SECONDS);
        assertThat(result.getErrors()).isNotEmpty();
        assertThat(tables.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.isCancelled()).isTrue());
    }

    @Test
    void requestThatFollows_isNotCancelledThoughItsContextIsTheSame() {
        slow.complete(null);
        ExecutionInput input = ExecutionInput.newExecutionInput(QUERY).build();
        graphQL.execute(input);
        dovetail.cancel(input);

        ExecutionInput next = ExecutionInput.newExecutionInput(QUERY)
                .graphQLContext(context -> context.of(input.getGraphQLContext()))
                .build();

        assertThat(graphQL.execute(next).getErrors()).isEmpty();
        assertThat(tables.requests()).hasSize(4);
    }
}
