package dev.dovetail.definition;

/**
 * A relationship to any number of rows: the field is a list, empty when no row matches.
 *
 * <p>The mapped field may be a list of keys; the rows then come in the order of the keys.
 *
 * <pre>{@code
 * ArrayRelationship.named("orders").on("User")
 *     .references("public", "orders").from("id").to("user_id").orderBy("created_at").build();
 * }</pre>
 */
public final class ArrayRelationship extends Relationship {

    private ArrayRelationship(RelationshipBuilder<ArrayRelationship> builder) {
        super(builder);
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static RelationshipBuilder<ArrayRelationship> named(String name) {
        return new RelationshipBuilder<>(name, ArrayRelationship::new);
    }
}
