package dev.dovetail.definition;

/**
 * A relationship to at most one row: the field is the row, or null when none matches.
 *
 * <p>Several matching rows are an error ({@code relationship-ambiguous}), unless an order says which comes first.
 *
 * <pre>{@code
 * ObjectRelationship.named("user").on("UserOutput")
 *     .references("public", "users").from("id").to("id").build();
 * }</pre>
 */
public final class ObjectRelationship extends Relationship {

    private ObjectRelationship(RelationshipBuilder<ObjectRelationship> builder) {
        super(builder);
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static RelationshipBuilder<ObjectRelationship> named(String name) {
        return new RelationshipBuilder<>(name, ObjectRelationship::new);
    }
}
