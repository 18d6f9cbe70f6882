package dev.dovetail.examples.hasura;

import dev.dovetail.Dovetail;
import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.hasura.HasuraMetadata;
import dev.dovetail.hasura.HasuraSession;
import dev.dovetail.jooq.JooqTableSource;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The project's database, its handlers, and its actions in front of both. */
final class Shop implements AutoCloseable {

    private static final String SECRET = "s3cret";

    private final LocalPostgres postgres = LocalPostgres.start();
    private final NodeHandlers handlers;
    private final HasuraMetadata metadata;
    private final GraphQL graphQL;

    /**
     * Starts everything.
     *
     * @param directory of this example
     */
    Shop(Path directory) {
        DSLContext dsl = DSL.using(postgres.dataSource(), SQLDialect.POSTGRES);
        dsl.execute(script());
        handlers = NodeHandlers.start(directory.resolve("handlers"), SECRET);
        metadata = metadata(directory.resolve("metadata"), dsl, handlers.uri());
        graphQL = graphQL(dovetail(metadata));
    }

    /** The whole move. */
    private static Dovetail dovetail(HasuraMetadata metadata) {
        return metadata.addTo(Dovetail.builder())
                .session(context -> HasuraSession.of(context.get("claims")))
                .build();
    }

    private static HasuraMetadata metadata(Path project, DSLContext dsl, String handlers) {
        return HasuraMetadata.ofProject(project)
                .database(JooqTableSource.of(dsl))
                .environment(Map.of("HANDLERS", handlers, "HANDLER_SECRET", SECRET)::get)
                .clientHeaders(context -> context.get("headers"));
    }

    private static GraphQL graphQL(Dovetail dovetail) {
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse("type Query { version: String }"));
        RuntimeWiring wiring = dovetail.wire(RuntimeWiring.newRuntimeWiring()).build();
        return GraphQL.newGraphQL(dovetail.makeExecutableSchema(registry, wiring))
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    /** What of the project is not taken over. */
    HasuraMetadata metadata() {
        return metadata;
    }

    /**
     * Answers a request.
     *
     * @param claims Hasura's session variables; a real host takes them from a token that it has verified
     */
    Map<String, Object> answer(String query, Map<String, String> claims, Map<String, List<String>> headers) {
        return graphQL.execute(ExecutionInput.newExecutionInput(query)
                        .graphQLContext(Map.of("claims", claims, "headers", headers))
                        .build())
                .toSpecification();
    }

    @Override
    public void close() {
        handlers.close();
        postgres.close();
    }

    private static String script() {
        try (InputStream in = Shop.class.getResourceAsStream("/shop.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
