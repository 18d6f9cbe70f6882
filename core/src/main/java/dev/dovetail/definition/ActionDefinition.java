package dev.dovetail.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Declares an action: a query or mutation field whose answer comes from custom logic.
 *
 * <p>If the schema has the field already, the definition keeps it as it is, and its data fetcher too. Without a handler
 * it then only says that the field is an action. A field that does not exist is added with the arguments and the output
 * type given here. The term is Hasura's.
 *
 * <pre>{@code
 * ActionDefinition.mutation("createUser")
 *     .argument("name", "String!")
 *     .returns("UserOutput")
 *     .handler(call -> Map.of("id", users.insert(call.argument("name"))))
 *     .build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 */
public final class ActionDefinition {

    private final String name;
    private final OperationKind operation;
    private final List<ActionArgument> arguments;
    private final @Nullable String returns;
    private final @Nullable ActionHandler handler;
    private final BatchActionHandler.@Nullable Async batchHandler;
    private final List<ActionPermission> permissions;
    private final @Nullable String description;
    private final @Nullable String deprecation;
    private final @Nullable AsyncPolicy asynchronous;

    private ActionDefinition(Builder builder) {
        this.name = builder.name;
        this.operation = builder.operation;
        this.arguments = List.copyOf(builder.arguments);
        this.returns = builder.returns;
        this.handler = builder.handler;
        this.batchHandler = builder.batchHandler;
        this.permissions = List.copyOf(builder.permissions);
        this.description = builder.description;
        this.deprecation = builder.deprecation;
        this.asynchronous = builder.asynchronous;
    }

    /** An action that is a field of the query type. */
    public static Builder query(String name) {
        return new Builder(name, OperationKind.QUERY);
    }

    /** An action that is a field of the mutation type. */
    public static Builder mutation(String name) {
        return new Builder(name, OperationKind.MUTATION);
    }

    /** The action's name, which is its field's. */
    public String name() {
        return name;
    }

    /** Which root type the action's field belongs to. */
    public OperationKind operation() {
        return operation;
    }

    /** The arguments, in the order declared. */
    public List<ActionArgument> arguments() {
        return arguments;
    }

    /** The output type as SDL writes it, or null when the schema's own field says it. */
    public @Nullable String returns() {
        return returns;
    }

    /** What answers calls one by one, or null. */
    public @Nullable ActionHandler handler() {
        return handler;
    }

    /** What answers calls together, or null. */
    public BatchActionHandler.@Nullable Async batchHandler() {
        return batchHandler;
    }

    /** Whether Dovetail answers the call, and not the field's own data fetcher. */
    public boolean isHandled() {
        return handler != null || batchHandler != null;
    }

    /** Who may call; empty when everybody may. */
    public List<ActionPermission> permissions() {
        return permissions;
    }

    /** The field's description in the schema, or null. */
    public @Nullable String description() {
        return description;
    }

    /** Why the field is deprecated, or null when it is not. */
    public @Nullable String deprecation() {
        return deprecation;
    }

    /** How the action's calls are delivered later, or null when the client waits for the answer. */
    public @Nullable AsyncPolicy asynchronous() {
        return asynchronous;
    }

    @Override
    public String toString() {
        return "action " + name;
    }

    /** Builds an {@link ActionDefinition}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final OperationKind operation;
        private final List<ActionArgument> arguments = new ArrayList<>();
        private @Nullable String returns;
        private @Nullable ActionHandler handler;
        private BatchActionHandler.@Nullable Async batchHandler;
        private final List<ActionPermission> permissions = new ArrayList<>();
        private @Nullable String description;
        private @Nullable String deprecation;
        private @Nullable AsyncPolicy asynchronous;

        private Builder(String name, OperationKind operation) {
            this.name = Objects.requireNonNull(name, "name");
            this.operation = operation;
        }

        /**
         * Adds an argument.
         *
         * @param type its GraphQL type as SDL writes it, for instance {@code String!}
         */
        public Builder argument(String argumentName, String type) {
            arguments.add(new ActionArgument(argumentName, type, null));
            return this;
        }

        /** Adds an argument with a description. */
        public Builder argument(String argumentName, String type, String argumentDescription) {
            arguments.add(new ActionArgument(argumentName, type, argumentDescription));
            return this;
        }

        /**
         * The output type, needed unless the schema has the action's field already.
         *
         * @param type as SDL writes it, for instance {@code [UserOutput!]!}
         */
        public Builder returns(String type) {
            this.returns = type;
            return this;
        }

        /** What answers the call. */
        public Builder handler(ActionHandler actionHandler) {
            this.handler = actionHandler;
            return this;
        }

        /** What answers the calls together that a request makes at once, instead of a {@link #handler}; of queries only. */
        public Builder batchHandler(BatchActionHandler actionHandler) {
            Objects.requireNonNull(actionHandler, "actionHandler");
            return asyncBatchHandler(calls -> CompletableFuture.completedFuture(actionHandler.handle(calls)));
        }

        /** The same, for a handler that answers later. */
        public Builder asyncBatchHandler(BatchActionHandler.Async actionHandler) {
            this.batchHandler = Objects.requireNonNull(actionHandler, "actionHandler");
            return this;
        }

        /** Lets only these callers call; needs a {@link #handler}, whose calls Dovetail can refuse. */
        public Builder permissions(ActionPermission... those) {
            permissions.addAll(List.of(those));
            return this;
        }

        /** The field's description in the schema. */
        public Builder description(String text) {
            this.description = text;
            return this;
        }

        /** Marks the field as deprecated. */
        public Builder deprecated(String reason) {
            this.deprecation = reason;
            return this;
        }

        /** Makes the action {@linkplain #asynchronous(AsyncPolicy) asynchronous}, with the default policy. */
        public Builder asynchronous() {
            return asynchronous(AsyncPolicy.DEFAULT);
        }

        /**
         * Lets the action's field answer with an id at once, and a worker call the handler later. A query field of the
         * action's name, and a subscription field where the schema has a subscription type, give {@code id}, {@code
         * created_at}, {@code errors} and {@code output}, which is of the output type.
         *
         * <p>The handler may get the same call again, with the same id as its {@linkplain ActionCall#delivery() delivery};
         * its arguments and session are as JSON has them, and it has no environment.
         */
        public Builder asynchronous(AsyncPolicy policy) {
            this.asynchronous = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /** The definition. */
        public ActionDefinition build() {
            return new ActionDefinition(this);
        }
    }
}
