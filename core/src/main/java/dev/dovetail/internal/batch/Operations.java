package dev.dovetail.internal.batch;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;

/**
 * What kind of operation a source is told. A query that reads what an asynchronous action has done is the rest of that
 * mutation: its joins must show what the action has written.
 */
public final class Operations {

    private Operations() {}

    /** Remembers that a request reads what an asynchronous action has done. */
    public static void readsAction(GraphQLContext context) {
        context.put(Operations.class, true);
    }

    /** Forgets it: a host may execute several requests with one context. */
    public static void renew(GraphQLContext context) {
        context.delete(Operations.class);
    }

    /** The operation of a field. */
    public static Operation of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().hasKey(Operations.class)
                ? Operation.MUTATION
                : environment.getOperationDefinition().getOperation();
    }
}
