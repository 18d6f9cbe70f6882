package dev.dovetail.internal.entity;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.join.KeyedRows;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.ScalarInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One key of an entity: the fields by which its rows are told apart. */
record EntityKey(KeyedRows rows) {

    String typeName() {
        return rows.join().target().name();
    }

    List<String> fields() {
        return rows.join().relationship().from();
    }

    /** Whether a representation has all fields of the key, null or not. */
    boolean isNamedBy(Map<?, ?> representation) {
        return representation.keySet().containsAll(fields());
    }

    /** Whether it has a value for each of them. */
    boolean isIn(Map<?, ?> representation) {
        return fields().stream().allMatch(field -> representation.get(field) != null);
    }

    /**
     * The row of a representation, or null.
     *
     * @throws FieldFailure if the key cannot be one, or the caller may not use it
     */
    CompletableFuture<@Nullable Object> load(Map<?, ?> representation, DataFetchingEnvironment environment) {
        GraphQLObjectType type = environment.getGraphQLSchema().getObjectType(typeName());
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String field : fields()) {
            GraphQLType fieldType = type.getFieldDefinition(field).getType();
            values.put(
                    field, read(field, representation.get(field), GraphQLTypeUtil.unwrapAll(fieldType), environment));
        }
        return rows.load(values, environment);
    }

    /** Representations carry values as answers show them: what the type makes of a value has to be undone. */
    private @Nullable Object read(
            String field, @Nullable Object shown, GraphQLType type, DataFetchingEnvironment environment) {
        if (shown == null) {
            return null;
        }
        if (type instanceof GraphQLEnumType enumeration) {
            GraphQLEnumValueDefinition value = shown instanceof String name ? enumeration.getValue(name) : null;
            if (value == null) {
                throw invalid(field, null);
            }
            return value.getValue();
        }
        // What scalars of the language show is what they are; the key itself is stricter than they are, and more
        // lenient.
        return type instanceof GraphQLScalarType scalar && !ScalarInfo.isGraphqlSpecifiedScalar(scalar)
                ? parsed(field, shown, scalar, environment)
                : shown;
    }

    private @Nullable Object parsed(
            String field, Object shown, GraphQLScalarType scalar, DataFetchingEnvironment environment) {
        try {
            return scalar.getCoercing().parseValue(shown, environment.getGraphQlContext(), environment.getLocale());
        } catch (RuntimeException refused) {
            throw invalid(field, refused);
        }
    }

    private FieldFailure invalid(String field, @Nullable RuntimeException cause) {
        return new FieldFailure(
                ErrorCode.JOIN_KEY_INVALID,
                "Key field '" + field + "' of a representation is no value that type " + typeName() + " shows",
                cause);
    }
}
