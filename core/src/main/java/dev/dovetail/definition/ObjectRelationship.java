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
public final class ObjectRelationship extends TableRelationship {

    private ObjectRelationship(Builder builder) {
        super(builder);
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Builds an {@link ObjectRelationship}. Not thread-safe. */
    public static final class Builder extends TableRelationshipBuilder<ObjectRelationship, Builder> {

        private Builder(String name) {
            super(name);
        }

        @Override
        public ObjectRelationship build() {
            return new ObjectRelationship(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
