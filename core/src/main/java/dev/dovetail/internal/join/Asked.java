package dev.dovetail.internal.join;

import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLSchema;
import graphql.schema.SelectedField;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a field.
 *
 * @param fields of the document, which the engine merges to this one
 * @param arguments of the field
 * @param selection below the field
 */
record Asked(
        GraphQLSchema schema,
        AstFields document,
        List<Field> fields,
        Map<String, @Nullable Object> arguments,
        DataFetchingFieldSelectionSet selection) {

    static Asked of(DataFetchingEnvironment environment) {
        return new Asked(
                environment.getGraphQLSchema(),
                new AstFields(environment.getFragmentsByName()),
                environment.getMergedField().getFields(),
                Collections.unmodifiableMap(environment.getArguments()),
                environment.getSelectionSet());
    }

    /**
     * What is asked of a field below.
     *
     * @param above the fields of the document that it is below
     */
    Asked below(List<Field> above, SelectedField field) {
        return new Asked(
                schema,
                document,
                document.answering(above, field.getResultKey()),
                Collections.unmodifiableMap(field.getArguments()),
                field.getSelectionSet());
    }
}
