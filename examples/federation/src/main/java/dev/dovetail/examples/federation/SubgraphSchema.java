package dev.dovetail.examples.federation;

import com.apollographql.federation.graphqljava.Federation;
import dev.dovetail.Dovetail;
import dev.dovetail.Entities;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

/** The schema of a subgraph: that of the host, with what Dovetail and Apollo's library add to it. */
final class SubgraphSchema {

    private SubgraphSchema() {}

    static GraphQL graphQL(String sdl, Dovetail dovetail) {
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(sdl));
        RuntimeWiring wiring = dovetail.wire(RuntimeWiring.newRuntimeWiring()).build();
        Entities entities = dovetail.entities().others(Couriers::fetch, Couriers::type);
        GraphQLSchema schema = Federation.transform(registry, wiring)
                .fetchEntities(entities.fetcher())
                .resolveEntityType(entities.typeResolver())
                .build();
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build();
    }
}
