package dev.dovetail.examples.shards;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The shop behind GraphQL: an action that knows ids, joined to tables of which it need not know that they are spread. */
final class Service {

    static final String QUERY =
            "query ($ids: [Int!]!) { customers(ids: $ids) { id user { name } orders { id total } } }";

    private record Ids(List<Integer> ids) {}

    private final GraphQL graphQl;

    Service(DSLContext dsl) {
        Dovetail dovetail = dovetail(dsl);
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse("type Query { version: String }"));
        RuntimeWiring wiring = dovetail.wire(RuntimeWiring.newRuntimeWiring()).build();
        this.graphQl = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring))
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    private static Dovetail dovetail(DSLContext dsl) {
        return Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .types("type Customer { id: Int! }")
                .action(ActionDefinition.query("customers")
                        .argument("ids", "[Int!]!")
                        .returns("[Customer!]!")
                        .handler(call -> call.arguments(Ids.class).ids().stream()
                                .map(id -> Map.of("id", id))
                                .toList())
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Customer")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Customer")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .orderBy("id")
                        .build())
                .build();
    }

    /** What an answer shows; nothing where it has no data. */
    static List<Map<String, Object>> customersIn(ExecutionResult result) {
        Map<String, List<Map<String, Object>>> data = result.getData();
        return data == null ? List.of() : data.getOrDefault("customers", List.of());
    }

    /** Answers {@link #QUERY}. */
    ExecutionResult customers(List<Integer> ids) {
        return graphQl.execute(ExecutionInput.newExecutionInput(QUERY).variables(Map.of("ids", ids)));
    }
}
