package dev.dovetail.definition;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A one-way link from an output type to what is found by a key: the rows of a table, what a loader of the host's
 * gives, or what an action answers.
 *
 * <p>A relationship belongs to a type, not to an action: it works wherever that type appears. On an interface it belongs
 * to every implementation. The terms are those of Hasura's action relationships.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public abstract sealed class Relationship permits TableRelationship, RemoteRelationship, ActionRelationship {

    private final String name;
    private final String typeName;
    private final List<String> from;
    private final @Nullable Function<Object, @Nullable Object> keyFunction;
    private final boolean nonNull;
    private final @Nullable String description;
    private final @Nullable String deprecation;
    private final @Nullable String place;

    Relationship(RelationshipBuilder<?, ?> builder) {
        this.name = builder.name;
        this.typeName = builder.typeName;
        this.from = builder.from;
        this.keyFunction = builder.keyFunction;
        this.nonNull = builder.nonNull;
        this.description = builder.description;
        this.deprecation = builder.deprecation;
        this.place = builder.place;
    }

    /** The name of the field that the relationship becomes. */
    public String name() {
        return name;
    }

    /** The object or interface type that gets the field. */
    public String typeName() {
        return typeName;
    }

    /** The mapped fields of the type, by their GraphQL names. */
    public List<String> from() {
        return from;
    }

    /** What reads the key of a source object, instead of the mapped fields; null when they are read. */
    public @Nullable Function<Object, @Nullable Object> keyFunction() {
        return keyFunction;
    }

    /** Whether the field is declared non-null, so that a failed join nulls its parent too. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** The field's description in the schema, or null. */
    public @Nullable String description() {
        return description;
    }

    /** Why the field is deprecated, or null when it is not. */
    public @Nullable String deprecation() {
        return deprecation;
    }

    /** Where the relationship is declared, for messages; null where that is the host's code. */
    public @Nullable String declaredAt() {
        return place;
    }

    @Override
    public String toString() {
        return typeName + "." + name;
    }
}
