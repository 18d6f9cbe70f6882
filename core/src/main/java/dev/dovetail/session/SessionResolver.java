package dev.dovetail.session;

import graphql.schema.DataFetchingEnvironment;

/**
 * Finds the caller of a field.
 *
 * <p>Called for every field that is joined, so that a local context, or a mutation that logs somebody in, changes the
 * caller from there on. It should be quick: read the session from the context, do not compute it.
 *
 * <p><b>Thread-safety:</b> called by many threads at once.
 */
@FunctionalInterface
public interface SessionResolver {

    /** The caller at this place of the request. */
    Session resolve(DataFetchingEnvironment environment);
}
