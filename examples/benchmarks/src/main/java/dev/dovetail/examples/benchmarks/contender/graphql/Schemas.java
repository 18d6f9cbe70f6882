package dev.dovetail.examples.benchmarks.contender.graphql;

import dev.dovetail.examples.benchmarks.request.Actions;
import graphql.GraphQL;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Objects;

/** The schema of the contenders that have one written by hand, and the actions in it. */
public final class Schemas {

    private Schemas() {}

    /** The schema, with the data fetchers of a contender. */
    public static GraphQL with(RuntimeWiring.Builder wiring) {
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types(), wiring.build()))
                .preparsedDocumentProvider(new Documents())
                .build();
    }

    private static TypeDefinitionRegistry types() {
        return new SchemaParser().parse(Schemas.class.getResourceAsStream("/benchmarks.graphqls"));
    }

    /** Scalars and actions; the relationships are the contender's. */
    public static RuntimeWiring.Builder wiring() {
        return withScalars(RuntimeWiring.newRuntimeWiring())
                .type(
                        "Query",
                        query -> query.dataFetcher("ranking", each -> Actions.ranking(rows(each)))
                                .dataFetcher("forums", each -> Actions.forums(rows(each)))
                                .dataFetcher("shelves", each -> Actions.shelves(rows(each)))
                                .dataFetcher("sensors", each -> Actions.sensors(rows(each)))
                                .dataFetcher("reports", each -> Actions.reports(rows(each))));
    }

    /** Adds the scalars of the columns. */
    public static RuntimeWiring.Builder withScalars(RuntimeWiring.Builder wiring) {
        return wiring.scalar(ExtendedScalars.GraphQLBigDecimal)
                .scalar(ExtendedScalars.Date)
                .scalar(ExtendedScalars.DateTime)
                .scalar(ExtendedScalars.GraphQLLong)
                .scalar(ExtendedScalars.UUID);
    }

    private static int rows(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<Integer>getArgument("rows"));
    }
}
