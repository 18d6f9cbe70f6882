package dev.dovetail.internal.action;

import dev.dovetail.internal.batch.BatchFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the fields of an action's answer are, and how they are read. */
final class OutputFields {

    private static final ClassValue<Map<String, RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
            Map<String, RecordComponent> components = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getAccessor().trySetAccessible()) {
                    components.put(component.getName(), component);
                }
            }
            return components;
        }
    };

    private final GraphQLSchema schema;
    private final Map<GraphQLObjectType, List<GraphQLFieldDefinition>> plain = new HashMap<>();

    OutputFields(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** What graphql-java shows of an optional. */
    static @Nullable Object present(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }

    /** Whether the object's fields can be read without calling code of the host's that may do more. */
    static boolean isTransparent(Object value) {
        return value instanceof Map<?, ?> || value instanceof Record;
    }

    /** The type that an object is of; null when only a resolver of the host's knows. */
    @Nullable
    GraphQLObjectType objectType(Object value, GraphQLType type) {
        if (type instanceof GraphQLObjectType object) {
            return object;
        }
        return value instanceof Map<?, ?> map
                        && map.get("__typename") instanceof String name
                        && schema.getType(name) instanceof GraphQLObjectType object
                ? object
                : null;
    }

    /** The fields that the answer itself gives; others have data fetchers of the host's or of Dovetail's. */
    List<GraphQLFieldDefinition> plain(GraphQLObjectType type) {
        return plain.computeIfAbsent(
                type,
                key -> key.getFieldDefinitions().stream()
                        .filter(field -> isProperty(key, field))
                        .toList());
    }

    /** Whether nothing but an object will do, because no field reads its source in a way of the host's own. */
    boolean needObject(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .allMatch(field -> isProperty(type, field)
                        || (fetcher(type, field) instanceof BatchFetcher<?> join && !join.takesAnySource()));
    }

    private boolean isProperty(GraphQLObjectType type, GraphQLFieldDefinition field) {
        DataFetcher<?> fetcher = fetcher(type, field);
        return fetcher instanceof SingletonPropertyDataFetcher<?>
                || (fetcher instanceof PropertyDataFetcher<?> property
                        && field.getName().equals(property.getPropertyName()));
    }

    private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        FieldCoordinates coordinates = FieldCoordinates.coordinates(type.getName(), field.getName());
        return schema.getCodeRegistry().getDataFetcher(coordinates, field);
    }

    /** Whether an object has a field as data; a record may have methods of other names for the rest. */
    static boolean has(Object object, String name) {
        return object instanceof Map<?, ?> || COMPONENTS.get(object.getClass()).containsKey(name);
    }

    /** The value of a field that an object has; that of an absent entry is null. */
    static @Nullable Object value(Object object, String name) {
        if (object instanceof Map<?, ?> map) {
            return map.get(name);
        }
        RecordComponent component =
                Objects.requireNonNull(COMPONENTS.get(object.getClass()).get(name), name);
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Component " + name + " of " + object.getClass() + " cannot be read", e);
        }
    }
}
