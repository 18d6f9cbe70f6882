package dev.dovetail.definition;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a relationship of any kind. Nothing is checked here: names that are wrong or missing are reported together with
 * all other faults when a schema is extended. Not thread-safe.
 *
 * @param <R> the kind of relationship that is built
 * @param <B> the kind of this builder
 */
public abstract sealed class RelationshipBuilder<R extends Relationship, B extends RelationshipBuilder<R, B>>
        permits TableRelationshipBuilder, RemoteRelationship.Builder, ActionRelationship.Builder {

    final String name;
    String typeName = "";
    List<String> from = List.of();

    @Nullable
    Function<Object, @Nullable Object> keyFunction;

    boolean nonNull;

    @Nullable
    String description;

    @Nullable
    String deprecation;

    @Nullable
    String place;

    RelationshipBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** The object or interface type that gets the field. */
    public B on(String type) {
        this.typeName = Objects.requireNonNull(type, "type");
        return self();
    }

    /** The mapped fields of the type, by their GraphQL names. */
    public B from(String... fields) {
        this.from = List.of(fields);
        return self();
    }

    /**
     * Reads the key by a function, instead of by the names of fields: for source objects that have no such property.
     *
     * @param function gives the key, or a list with its values where it has several; null when there is nothing to join
     */
    public B keyedBy(Function<Object, @Nullable Object> function) {
        this.keyFunction = Objects.requireNonNull(function, "function");
        return self();
    }

    /** Declares the field non-null: a join that fails, or an object that is not found, then nulls its parent too. */
    public B nonNull() {
        this.nonNull = true;
        return self();
    }

    /** The field's description in the schema. */
    public B description(String text) {
        this.description = text;
        return self();
    }

    /** Marks the field as deprecated. */
    public B deprecated(String reason) {
        this.deprecation = reason;
        return self();
    }

    /** Where the relationship is declared, a file and a line: for messages, where that is not the host's code. */
    public B declaredAt(String fileAndLine) {
        this.place = fileAndLine;
        return self();
    }

    /** The relationship. */
    public abstract R build();

    abstract B self();
}
