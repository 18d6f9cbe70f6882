package dev.dovetail.internal.remote;

import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fields must have in common to share a call of the loader, whatever their aliases and paths.
 *
 * @param context of the request; hosts may share a registry, and so a batch, between requests of several tenants
 */
record RemotePlan(Map<String, @Nullable Object> arguments, Session session, GraphQLContext context) {

    @Override
    @SuppressWarnings("ReferenceEquality") // a context is one request's, and its content changes
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RemotePlan that
                        && context == that.context
                        && arguments.equals(that.arguments)
                        && session.equals(that.session));
    }

    @Override
    public int hashCode() {
        return 31 * arguments.hashCode() + session.hashCode();
    }
}
