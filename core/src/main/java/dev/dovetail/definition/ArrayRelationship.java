package dev.dovetail.definition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A relationship to any number of rows: the field is a list, empty when no row matches.
 *
 * <p>The mapped field may be a list of keys; the rows then come in the order of the keys. A client's order is then that
 * of each key's rows, its offset and limit are of the whole list, and there are no distinct rows, aggregates or pages.
 *
 * <pre>{@code
 * ArrayRelationship.named("orders").on("User")
 *     .references("public", "orders").from("id").to("user_id").orderBy("created_at").build();
 * }</pre>
 */
public final class ArrayRelationship extends TableRelationship {

    private final Set<RowArgument> arguments;
    private final boolean aggregates;
    private final boolean connection;

    private ArrayRelationship(Builder builder) {
        super(builder);
        this.arguments = Collections.unmodifiableSet(EnumSet.copyOf(builder.arguments));
        this.aggregates = builder.aggregates;
        this.connection = builder.connection;
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The arguments that clients may give. */
    public Set<RowArgument> arguments() {
        return arguments;
    }

    /** Whether there is a second field with aggregates of the rows. */
    public boolean hasAggregates() {
        return aggregates;
    }

    /** Whether there is another field with pages of the rows. */
    public boolean hasConnection() {
        return connection;
    }

    /** Builds an {@link ArrayRelationship}. Not thread-safe. */
    public static final class Builder extends TableRelationshipBuilder<ArrayRelationship, Builder> {

        private EnumSet<RowArgument> arguments = EnumSet.allOf(RowArgument.class);
        private boolean aggregates;
        private boolean connection;

        private Builder(String name) {
            super(name);
        }

        /** The arguments that clients may give; all of them by default, none for {@code arguments()}. */
        public Builder arguments(RowArgument... allowed) {
            this.arguments = EnumSet.noneOf(RowArgument.class);
            arguments.addAll(List.of(allowed));
            return this;
        }

        /** Adds the field {@code <name>_aggregate}, with counts, sums and the like of the rows, for each parent. */
        public Builder aggregates() {
            this.aggregates = true;
            return this;
        }

        /**
         * Adds the field {@code <name>_connection}, with pages of the rows, for each parent, in the form of the
         * <a href="https://relay.dev/graphql/connections.htm">Cursor Connections Specification</a>. The reference table
         * needs a unique index whose columns are never null.
         */
        public Builder connection() {
            this.connection = true;
            return this;
        }

        @Override
        public ArrayRelationship build() {
            return new ArrayRelationship(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
