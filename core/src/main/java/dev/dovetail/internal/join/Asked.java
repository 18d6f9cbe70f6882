package dev.dovetail.internal.join;

import dev.dovetail.internal.batch.Operations;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.Place;
import graphql.language.Field;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a field.
 *
 * @param operation that the field is part of
 * @param fields of the document, which the engine merges to this one
 * @param type of what the field shows
 * @param arguments of the field
 * @param selection below the field; to look at it, the engine takes the whole request apart, which costs as much as to
 *     look up a row
 * @param place of the field; null where nobody listens
 */
record Asked(
        GraphQLSchema schema,
        AstFields document,
        Operation operation,
        List<Field> fields,
        GraphQLType type,
        Map<String, @Nullable Object> arguments,
        DataFetchingFieldSelectionSet selection,
        @Nullable Place place) {

    static Asked of(DataFetchingEnvironment environment, Audience audience) {
        return new Asked(
                environment.getGraphQLSchema(),
                AstFields.of(environment),
                Operations.of(environment),
                environment.getMergedField().getFields(),
                GraphQLTypeUtil.unwrapAll(environment.getFieldType()),
                Collections.unmodifiableMap(environment.getArguments()),
                environment.getSelectionSet(),
                Place.of(environment, audience));
    }

    /**
     * What is asked of a field below.
     *
     * @param merged the fields of the document that it is made of
     */
    Asked below(List<Field> merged, SelectedField field) {
        return new Asked(
                schema,
                document,
                operation,
                merged,
                GraphQLTypeUtil.unwrapAll(field.getType()),
                Collections.unmodifiableMap(field.getArguments()),
                field.getSelectionSet(),
                place == null ? null : place.below(field));
    }

    /**
     * The names of the fields of an object.
     *
     * @param shown the fields of the document that show the object
     */
    Set<String> names(List<Field> shown, String objectType) {
        return document.names(shown, schema.getObjectType(objectType));
    }

    /** The fields of the document with this name below the field, at any alias. */
    List<Field> fields(String name) {
        return document.named(fields, type, name);
    }

    /** Those with the second name below those with the first. */
    List<Field> fields(String name, String below) {
        GraphQLObjectType object = (GraphQLObjectType) type;
        GraphQLType shown =
                GraphQLTypeUtil.unwrapAll(object.getFieldDefinition(name).getType());
        return document.named(fields(name), shown, below);
    }
}
