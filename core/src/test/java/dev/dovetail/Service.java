package dev.dovetail;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A GraphQL service over a schema that Dovetail extended, and what it answers. */
public final class Service {

    /** Whether all tests run with Dovetail's execution strategy, whose answers must be the engine's. */
    private static final boolean OWN_STRATEGY = Boolean.getBoolean("dovetail.executionStrategy");

    private final GraphQL graphQL;

    private Service(GraphQL graphQL) {
        this.graphQL = graphQL;
    }

    /** Extends SDL, with strict wiring. */
    public static Service of(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return of(dovetail, schema(dovetail, sdl, host));
    }

    public static Service of(Dovetail dovetail, String sdl) {
        return of(dovetail, sdl, wiring -> wiring);
    }

    public static Service of(Dovetail dovetail, GraphQLSchema schema) {
        return new Service(graphQL(dovetail, schema).build());
    }

    public static GraphQLSchema schema(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(sdl));
        RuntimeWiring.Builder wiring =
                host.apply(RuntimeWiring.newRuntimeWiring().strictMode());
        return new SchemaGenerator()
                .makeExecutableSchema(registry, dovetail.wire(wiring).build());
    }

    /** The schema of a registry that Dovetail extended, with nothing of the host's in its wiring. */
    public static GraphQLSchema wired(Dovetail dovetail, TypeDefinitionRegistry registry) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode();
        return new SchemaGenerator()
                .makeExecutableSchema(registry, dovetail.wire(wiring).build());
    }

    /** A service that is executed as the test says. */
    public static Service of(GraphQL graphQL) {
        return new Service(graphQL);
    }

    /** What executes a schema that Dovetail extended, for a test to add to it. */
    public static GraphQL.Builder graphQL(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return graphQL(dovetail, schema(dovetail, sdl, host));
    }

    private static GraphQL.Builder graphQL(Dovetail dovetail, GraphQLSchema schema) {
        GraphQL.Builder graphQL = GraphQL.newGraphQL(schema).instrumentation(dovetail.instrumentation());
        return OWN_STRATEGY ? graphQL.queryExecutionStrategy(dovetail.executionStrategy()) : graphQL;
    }

    /** A schema that Dovetail knows nothing of. */
    public static GraphQLSchema hostSchema(String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(sdl),
                        host.apply(RuntimeWiring.newRuntimeWiring()).build());
    }

    public ExecutionResult execute(String query) {
        return execute(query, input -> {});
    }

    /** Fails after a minute, since a batch that is not dispatched would hang for ever. */
    public ExecutionResult execute(String query, Consumer<ExecutionInput.Builder> more) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query);
        more.accept(input);
        try {
            return graphQL.executeAsync(input.build()).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The request gave no answer: " + query, e);
        }
    }

    /** The data of an answer without errors. */
    public Map<String, Object> data(String query) {
        ExecutionResult result = execute(query);
        if (!result.getErrors().isEmpty()) {
            throw new AssertionError("Unexpected errors: " + result.getErrors());
        }
        return result.getData();
    }

    /** Each error as {@code path code: message}. */
    public static List<String> errors(ExecutionResult result) {
        return result.getErrors().stream()
                .map(error -> pathAndCode(error) + ": " + error.getMessage())
                .toList();
    }

    /** Each error as {@code path code}. */
    public static List<String> codes(ExecutionResult result) {
        return result.getErrors().stream().map(Service::pathAndCode).toList();
    }

    private static String pathAndCode(GraphQLError error) {
        Object code =
                error.getExtensions() == null ? null : error.getExtensions().get("code");
        return error.getPath() + " " + code;
    }
}
