package dev.dovetail.definition;

import org.jspecify.annotations.Nullable;

/**
 * An argument of the field of an action, or of a remote relationship.
 *
 * @param name the argument's name
 * @param type its GraphQL type as SDL writes it, for instance {@code String!}
 * @param description its description in the schema, or null
 */
public record ActionArgument(
        String name, String type, @Nullable String description) {}
