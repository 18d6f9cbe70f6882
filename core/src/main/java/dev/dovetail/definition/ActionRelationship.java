package dev.dovetail.definition;

import java.util.List;
import java.util.Objects;

/**
 * A relationship from any output type, that of a table included, to what a query action answers: the join the other way
 * round. Mapped fields become arguments of the action; its other arguments are those of the field.
 *
 * <p>All parents of a level are answered by one call of the action's {@link BatchActionHandler}; an {@link
 * ActionHandler} is called once for each distinct set of arguments. The action's permissions hold here as well. Where a
 * mapped field is null or absent, the action is not called: the field is null, or empty if it is a list.
 *
 * <pre>{@code
 * ActionRelationship.named("risk").on("User").from("id").action("riskOf").to("userId").build();
 * }</pre>
 */
public final class ActionRelationship extends Relationship {

    private final String action;
    private final List<String> to;

    private ActionRelationship(Builder builder) {
        super(builder);
        this.action = builder.action;
        this.to = builder.to;
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The query action that answers. */
    public String action() {
        return action;
    }

    /** The action's arguments that the mapped fields become, in the same order. */
    public List<String> to() {
        return to;
    }

    /** Builds an {@link ActionRelationship}. Not thread-safe. */
    public static final class Builder extends RelationshipBuilder<ActionRelationship, Builder> {

        private String action = "";
        private List<String> to = List.of();

        private Builder(String name) {
            super(name);
        }

        /** The action that answers: one that is a query and has a handler. */
        public Builder action(String name) {
            this.action = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The action's arguments that the mapped fields become, in the same order. */
        public Builder to(String... arguments) {
            this.to = List.of(arguments);
            return this;
        }

        @Override
        public ActionRelationship build() {
            return new ActionRelationship(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
