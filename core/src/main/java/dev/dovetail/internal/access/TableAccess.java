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

    /** Whether some rule needs session variables. */
    default boolean readsSession() {
        return false;
    }

    /**
     * Makes sure that a caller's session has the variables that its rule needs. That a caller has no rule is no fault
     * here: it may log in before it comes to the table.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if a variable has no value, or none that can be used
     */
    default void checkSession(Session session) {}
}
