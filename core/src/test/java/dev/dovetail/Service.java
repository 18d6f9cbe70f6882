package dev.dovetail;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A GraphQL service over a schema that Dovetail extended, and what it answers. */
final class Service {

    private final GraphQL graphQL;

    private Service(GraphQL graphQL) {
        this.graphQL = graphQL;
    }

    /** Extends SDL, with strict wiring. */
    static Service of(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return of(dovetail, schema(dovetail, sdl, host));
    }

    static Service of(Dovetail dovetail, String sdl) {
        return of(dovetail, sdl, wiring -> wiring);
    }

    static Service of(Dovetail dovetail, GraphQLSchema schema) {
        return new Service(GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build());
    }

    static GraphQLSchema schema(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(sdl));
        RuntimeWiring.Builder wiring =
                host.apply(RuntimeWiring.newRuntimeWiring().strictMode());
        return new SchemaGenerator()
                .makeExecutableSchema(registry, dovetail.wire(wiring).build());
    }

    /** The schema of a registry that Dovetail extended, with nothing of the host's in its wiring. */
    static GraphQLSchema wired(Dovetail dovetail, TypeDefinitionRegistry registry) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode();
        return new SchemaGenerator()
                .makeExecutableSchema(registry, dovetail.wire(wiring).build());
    }

    /** A schema that Dovetail knows nothing of. */
    static GraphQLSchema hostSchema(String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(sdl),
                        host.apply(RuntimeWiring.newRuntimeWiring()).build());
    }

    ExecutionResult execute(String query) {
        return execute(query, input -> {});
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

    /** The data of an answer without errors. */
    Map<String, Object> data(String query) {
        ExecutionResult result = execute(query);
        if (!result.getErrors().isEmpty()) {
            throw new AssertionError("Unexpected errors: " + result.getErrors());
        }
        return result.getData();
    }

    /** Each error as {@code path code: message}. */
    static List<String> errors(ExecutionResult result) {
        return result.getErrors().stream()
                .map(error -> error.getPath() + " "
                        + (error.getExtensions() == null
                                ? null
                                : error.getExtensions().get("code")) + ": " + error.getMessage())
                .toList();
    }
}
