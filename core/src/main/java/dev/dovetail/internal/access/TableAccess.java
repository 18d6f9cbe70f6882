package dev.dovetail.internal.access;

import dev.dovetail.session.Session;
import graphql.GraphQLContext;

/** The access rules of one table. */
public interface TableAccess {

    /** A table that everybody may read. */
    TableAccess OPEN = (session, context) -> Grant.ALL;

    /**
     * What a caller may read.
     *
     * @param context of the request, for rules that the adapter evaluates
     * @throws dev.dovetail.internal.failure.FieldFailure if it is nothing, or the session lacks a variable
     */
    Grant grant(Session session, GraphQLContext context);
}
