package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
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
final class Answers {

    private final GraphQL graphQL;

    private Answers(GraphQL graphQL) {
        this.graphQL = graphQL;
    }

    static Answers of(Dovetail dovetail, String sdl) {
        return of(dovetail, sdl, wiring -> wiring);
    }

    static Answers of(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        return new Answers(graphQL(dovetail, sdl, host).build());
    }

    static GraphQL.Builder graphQL(Dovetail dovetail, String sdl, UnaryOperator<RuntimeWiring.Builder> host) {
        TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
        dovetail.extend(registry);
        RuntimeWiring.Builder wiring = host.apply(RuntimeWiring.newRuntimeWiring());
        dovetail.wire(wiring);
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()))
                .instrumentation(dovetail.instrumentation());
    }

    static Answers of(GraphQL graphQL) {
        return new Answers(graphQL);
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

    /** Each error as {@code path code}. */
    static List<String> codes(ExecutionResult result) {
        return result.getErrors().stream().map(Answers::code).toList();
    }

    private static String code(GraphQLError error) {
        Object code =
                error.getExtensions() == null ? null : error.getExtensions().get("code");
        return error.getPath() + " " + code;
    }
}
