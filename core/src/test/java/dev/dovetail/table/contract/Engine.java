package dev.dovetail.table.contract;

import dev.dovetail.Dovetail;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Executes queries over a schema that Dovetail extended.
 *
 * <p>Without what other tests share: the contract stands on its own packages alone, so that adapters which are modules can
 * be tested by it.
 */
final class Engine {

    private static final boolean OWN_STRATEGY = Boolean.getBoolean("dovetail.executionStrategy");

    private final GraphQL graphQL;

    private Engine(GraphQL graphQL) {
        this.graphQL = graphQL;
    }

    static Engine of(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> wiring) {
        GraphQL.Builder graphQL =
                GraphQL.newGraphQL(schema(dovetail, sdl, wiring)).instrumentation(dovetail.instrumentation());
        return new Engine(
                (OWN_STRATEGY ? graphQL.queryExecutionStrategy(dovetail.executionStrategy()) : graphQL).build());
    }

    private static GraphQLSchema schema(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(sdl));
        RuntimeWiring.Builder wiring =
                host.apply(RuntimeWiring.newRuntimeWiring().strictMode());
        return new SchemaGenerator()
                .makeExecutableSchema(registry, dovetail.wire(wiring).build());
    }

    /** Fails after a minute, since a batch that is not dispatched would hang for ever. */
    ExecutionResult execute(String query, Consumer<ExecutionInput.Builder> more) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query);
        more.accept(input);
        try {
            return graphQL.executeAsync(input.build()).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The request gave no answer: " + query, e);
        }
    }

    /** Each error as {@code path code}. */
    static List<String> codes(ExecutionResult result) {
        return result.getErrors().stream().map(Engine::pathAndCode).toList();
    }

    private static String pathAndCode(GraphQLError error) {
        Object code =
                error.getExtensions() == null ? null : error.getExtensions().get("code");
        return error.getPath() + " " + code;
    }
}
