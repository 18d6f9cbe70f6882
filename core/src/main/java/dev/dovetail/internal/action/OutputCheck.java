package dev.dovetail.internal.action;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Compares what an action gave with the type that its field declares, at every depth: kinds, nulls, scalars and
 * enumerations, whether the client selects them or not.
 *
 * <p>Maps, lists and records are looked into; the getters of beans are not called, since they may do more than tell a
 * value. What is left out here is still enforced by the engine where it is selected.
 */
final class OutputCheck {

    /** Deeper than a client can select; an answer may lead back into itself. */
    private static final int DEEPEST = 100;

    /** The scalars of GraphQL's specification; others may well take objects. */
    private static final Set<String> SPECIFIED = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final OutputFields fields;
    private final GraphQLContext context;
    private final Locale locale;

    OutputCheck(DataFetchingEnvironment environment) {
        this.fields = new OutputFields(environment.getGraphQLSchema());
        this.context = environment.getGraphQlContext();
        this.locale = environment.getLocale();
    }

    /** What is wrong with an answer, and where, without any of its values; null when it fits. */
    @Nullable
    OutputFault fault(@Nullable Object answer, GraphQLOutputType type) {
        return fault(answer, type, 0);
    }

    private @Nullable OutputFault fault(@Nullable Object value, GraphQLType type, int depth) {
        Object present = OutputFields.present(value);
        if (GraphQLTypeUtil.isNonNull(type)) {
            return present == null
                    ? OutputFault.of("is null, but its type is " + GraphQLTypeUtil.simplePrint(type))
                    : fault(present, GraphQLTypeUtil.unwrapOne(type), depth);
        }
        if (present == null || present instanceof CompletionStage<?> || depth > DEEPEST) {
            return null;
        }
        if (GraphQLTypeUtil.isList(type)) {
            return list(present, type, depth);
        }
        if (type instanceof GraphQLScalarType scalar) {
            return scalar(present, scalar);
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return hasValue(enumeration, present) ? null : OutputFault.ofValue(type);
        }
        return object(present, type, depth);
    }

    private @Nullable OutputFault list(Object value, GraphQLType type, int depth) {
        if (!(value instanceof Collection<?> elements)) {
            boolean single = value instanceof Map<?, ?> || isScalar(value);
            return single ? OutputFault.ofKind(value, type) : null;
        }
        GraphQLType element = GraphQLTypeUtil.unwrapOne(type);
        int position = 0;
        for (Object each : elements) {
            OutputFault fault = fault(each, element, depth + 1);
            if (fault != null) {
                return fault.in(position);
            }
            position++;
        }
        return null;
    }

    private @Nullable OutputFault object(Object value, GraphQLType type, int depth) {
        GraphQLObjectType object = fields.objectType(value, type);
        if (value instanceof Collection<?> || (isScalar(value) && (object == null || fields.needObject(object)))) {
            return OutputFault.ofKind(value, type);
        }
        if (object == null || !OutputFields.isTransparent(value)) {
            return null;
        }
        for (GraphQLFieldDefinition field : fields.plain(object)) {
            if (!OutputFields.has(value, field.getName())) {
                continue;
            }
            OutputFault fault = fault(OutputFields.value(value, field.getName()), field.getType(), depth + 1);
            if (fault != null) {
                return fault.in(field.getName());
            }
        }
        return null;
    }

    private @Nullable OutputFault scalar(Object value, GraphQLScalarType scalar) {
        boolean structured = value instanceof Map<?, ?> || value instanceof Collection<?>;
        if (structured && SPECIFIED.contains(scalar.getName())) {
            return OutputFault.ofKind(value, scalar);
        }
        return serialized(scalar, () -> scalar.getCoercing().serialize(value, context, locale));
    }

    private static @Nullable OutputFault serialized(GraphQLType type, Runnable serialization) {
        try {
            serialization.run();
            return null;
        } catch (RuntimeException e) { // hosts' scalars throw what they like
            return OutputFault.ofValue(type);
        }
    }

    /** A constant of a Java enumeration stands for the value of its name. */
    private static boolean hasValue(GraphQLEnumType type, Object value) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getValue)
                .anyMatch(each -> value.equals(each)
                        || (value instanceof Enum<?> constant && constant.name().equals(String.valueOf(each))));
    }

    private static boolean isScalar(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }
}
