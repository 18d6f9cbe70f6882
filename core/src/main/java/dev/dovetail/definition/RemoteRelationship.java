package dev.dovetail.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to what a loader of the host's gives: a REST service, another GraphQL service, a cache. The loader is
 * called once for all the parents of a level.
 *
 * <p>The mapped fields are the key: the value of one field as it is, a {@link List} of the values of several. Where one
 * of them is null or absent, the loader is not asked for the parent. A field whose type is a list is empty where the
 * loader has nothing for the key, any other is null. The mapped field may be a list of keys if the field's type is a
 * list: it then has what belongs to each of the keys, in their order.
 *
 * <pre>{@code
 * RemoteRelationship.named("auth0_profile").on("User").from("auth0_id").returns("Auth0Profile")
 *     .loader(batch -> auth0.profiles(batch.keys())).build();
 * }</pre>
 */
public final class RemoteRelationship extends Relationship {

    private final @Nullable String returns;
    private final List<ActionArgument> arguments;
    private final RemoteLoader.@Nullable Async loader;

    private RemoteRelationship(Builder builder) {
        super(builder);
        this.returns = builder.returns;
        this.arguments = List.copyOf(builder.arguments);
        this.loader = builder.loader;
    }

    /** Begins a relationship; the name is that of the field it becomes. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The field's type as SDL writes it, or null when none was given. */
    public @Nullable String returns() {
        return returns;
    }

    /** The field's arguments, in the order declared. */
    public List<ActionArgument> arguments() {
        return arguments;
    }

    /** What finds the values, or null when none was given. */
    public RemoteLoader.@Nullable Async loader() {
        return loader;
    }

    /** Builds a {@link RemoteRelationship}. Not thread-safe. */
    public static final class Builder extends RelationshipBuilder<RemoteRelationship, Builder> {

        private @Nullable String returns;
        private final List<ActionArgument> arguments = new ArrayList<>();
        private RemoteLoader.@Nullable Async loader;

        private Builder(String name) {
            super(name);
        }

        /**
         * The field's type: one of the schema's, of those declared through Dovetail, or a table's.
         *
         * @param type as SDL writes it, for instance {@code Profile} or {@code [Post!]}
         */
        public Builder returns(String type) {
            this.returns = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Adds an argument of the field.
         *
         * @param type its GraphQL type as SDL writes it, for instance {@code Int}
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

        /** What finds the values, in the thread that calls it. */
        public Builder loader(RemoteLoader remoteLoader) {
            Objects.requireNonNull(remoteLoader, "remoteLoader");
            return asyncLoader(batch -> CompletableFuture.completedFuture(remoteLoader.load(batch)));
        }

        /** What finds the values later, and so does not keep the thread that calls it. */
        public Builder asyncLoader(RemoteLoader.Async remoteLoader) {
            this.loader = Objects.requireNonNull(remoteLoader, "remoteLoader");
            return this;
        }

        @Override
        public RemoteRelationship build() {
            return new RemoteRelationship(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
