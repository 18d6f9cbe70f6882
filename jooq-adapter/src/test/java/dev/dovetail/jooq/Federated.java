package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Entities;
import dev.dovetail.Service;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A service of a federated graph, with the fields and types that a library would add to its schema. */
final class Federated {

    private final TestDatabase database;
    private final Dovetail dovetail;
    private final Service service;

    private Federated(TestDatabase database, Dovetail dovetail, Service service) {
        this.database = database;
        this.dovetail = dovetail;
        this.service = service;
    }

    /**
     * @param sdl of the host, which names its entities with {@code @key} and in the union {@code _Entity}
     */
    static Federated of(TestDatabase database, DovetailBuilder dovetail, String sdl) {
        return of(database, dovetail, sdl, wiring -> wiring, entities -> entities);
    }

    /**
     * @param others says what answers entities that are no rows
     */
    static Federated of(
            TestDatabase database,
            DovetailBuilder builder,
            String sdl,
            UnaryOperator<RuntimeWiring.Builder> host,
            UnaryOperator<Entities> others) {
        Dovetail dovetail = builder.catalogRefresh(null)
                .tables(JooqTableSource.on(database.dsl())
                        .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                        .build())
                .build();
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse("""
                scalar _Any
                scalar FieldSet
                directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
                type Query { _entities(representations: [_Any!]!): [_Entity]! }
                """ + sdl));
        Entities entities = others.apply(dovetail.entities());
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(ExtendedScalars.newAliasedScalar("_Any")
                        .aliasedScalar(ExtendedScalars.Object)
                        .build())
                .scalar(ExtendedScalars.newAliasedScalar("FieldSet")
                        .aliasedScalar(ExtendedScalars.Object)
                        .build())
                .type("Query", type -> type.dataFetcher("_entities", entities.fetcher()))
                .type("_Entity", type -> type.typeResolver(entities.typeResolver()));
        GraphQLSchema schema = dovetail.makeExecutableSchema(
                registry, dovetail.wire(host.apply(wiring)).build());
        return new Federated(database, dovetail, Service.of(dovetail, schema));
    }

    Dovetail dovetail() {
        return dovetail;
    }

    /** What a service is asked for the entities that others refer to. */
    Answer entities(List<?> representations, String selection) {
        return ask(
                "query ($r: [_Any!]!) { _entities(representations: $r) { __typename " + selection + " } }",
                input -> input.variables(Map.of("r", representations)));
    }

    Answer ask(String query, Consumer<ExecutionInput.Builder> more) {
        database.forget();
        ExecutionResult result = service.execute(query, more);
        return new Answer(result, database.statements());
    }

    /** A representation: a type, and names and values of a key. */
    static Map<String, Object> of(String typeName, String field, Object value) {
        return Map.of("__typename", typeName, field, value);
    }

    record Answer(ExecutionResult result, List<String> statements) {

        List<Map<String, Object>> entities() {
            Map<String, List<Map<String, Object>>> data = result.getData();
            return data.get("_entities");
        }

        List<String> codes() {
            return Service.codes(result);
        }
    }
}
