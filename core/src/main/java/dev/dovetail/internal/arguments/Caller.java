package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;

/** Who asks, and in which request. */
public record Caller(Session session, GraphQLContext context) {

    /**
     * What the caller may read of a table.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if it is nothing
     */
    public Grant grant(TableType type) {
        return type.access().grant(session, context);
    }
}
