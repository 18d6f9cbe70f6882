package dev.dovetail.access;

import dev.dovetail.session.Session;
import dev.dovetail.table.Filter;
import graphql.GraphQLContext;

/**
 * The rows of a rule in the terms of the table's source. Adapters offer a way to make one; hosts do not write it.
 *
 * <p>A rule that fails lets nobody read: the field is refused with {@code access-denied}.
 *
 * <p><b>Thread-safety:</b> called by many threads at once.
 */
@FunctionalInterface
public interface NativeRows {

    /**
     * The rows that a caller may read.
     *
     * @param context of the request
     */
    Filter.Native filter(Session session, GraphQLContext context);
}
