package dev.dovetail.internal.join;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a document, merged as the engine merges them and in its order. graphql-java's normalized fields have another
 * order, and do not tell which fields of the document they are made of.
 *
 * @param fragments of the document, by their names
 */
public record AstFields(
        GraphQLSchema schema,
        Map<String, FragmentDefinition> fragments,
        Map<String, Object> variables,
        GraphQLContext context) {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    /** Those of the document that is executed. */
    public static AstFields of(ExecutionContext execution) {
        return new AstFields(
                execution.getGraphQLSchema(),
                execution.getFragmentsByName(),
                execution.getCoercedVariables().toMap(),
                execution.getGraphQLContext());
    }

    static AstFields of(DataFetchingEnvironment environment) {
        return new AstFields(
                environment.getGraphQLSchema(),
                environment.getFragmentsByName(),
                environment.getVariables(),
                environment.getGraphQlContext());
    }

    /**
     * The fields that an object shows, by the names that they have in the answer.
     *
     * @param above the fields that show the object
     */
    public Map<String, List<Field>> below(List<Field> above, GraphQLType type) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        if (!above.isEmpty() && type instanceof GraphQLObjectType object) {
            MergedField.Builder merged = MergedField.newMergedField();
            above.forEach(merged::addField);
            COLLECTOR
                    .collectFields(parameters(object), merged.build())
                    .getSubFields()
                    .forEach((name, field) -> fields.put(name, field.getFields()));
        }
        return fields;
    }

    /** The fields with this name below others, at any alias. */
    List<Field> named(List<Field> above, GraphQLType type, String name) {
        return below(above, type).values().stream()
                .filter(fields -> fields.get(0).getName().equals(name))
                .flatMap(List::stream)
                .toList();
    }

    private FieldCollectorParameters parameters(GraphQLObjectType object) {
        return FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(object)
                .fragments(fragments)
                .variables(variables)
                .graphQLContext(context)
                .build();
    }
}
