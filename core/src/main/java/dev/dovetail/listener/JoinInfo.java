package dev.dovetail.listener;

import dev.dovetail.table.TableName;
import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A batch: the keys of one relationship that are looked up at one time.
 *
 * @param typeName the type that the relationship was declared on
 * @param name of the relationship, as declared; fields such as {@code orders_aggregate} are of {@code orders}
 * @param table whose rows are looked up; null for a remote relationship, whose values a loader of the host's gives, and
 *     for one to an action, which a handler answers
 * @param operation that the batch is part of
 * @param keys how many keys are looked up, each once; for an action, how many calls
 * @param shared how many more times these keys were asked for, by other parents or fields, which cost no lookup
 * @param context of the GraphQL request, in which a host finds what it put there
 */
public record JoinInfo(
        String typeName,
        String name,
        @Nullable TableName table,
        Operation operation,
        int keys,
        int shared,
        GraphQLContext context) {

    /** {@code Type.name}: one of the few names that were declared, fit for a metric's tag. */
    public String relationship() {
        return typeName + "." + name;
    }
}
