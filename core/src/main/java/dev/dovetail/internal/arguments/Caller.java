package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and in which request. Callers are equal when their sessions are and the request is the same.
 *
 * @param context of the request; hosts may share a registry, and so a batch, between requests of several tenants
 */
public record Caller(Session session, GraphQLContext context) {

    /**
     * What the caller may read of a table.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if it is nothing
     */
    public Grant grant(TableType type) {
        return type.access().grant(session, context);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a context is one request's, and its content changes
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Caller that && context == that.context && session.equals(that.session));
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
