package dev.dovetail.internal.entity;

import dev.dovetail.internal.join.Row;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of which type an entity is.
 *
 * @param others tells it of what is no row
 */
public record EntityTypes(TypeResolver others) implements TypeResolver {

    /** Takes the type's name from where a representation has it. */
    public static @Nullable GraphQLObjectType named(TypeResolutionEnvironment environment) {
        return environment.getObject() instanceof Map<?, ?> values
                        && values.get(EntityFetcher.TYPENAME) instanceof String name
                ? environment.getSchema().getObjectType(name)
                : null;
    }

    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
        return environment.getObject() instanceof Row row
                ? environment.getSchema().getObjectType(row.layout().typeName())
                : others.getType(environment);
    }
}
