package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.TableQuery;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a relationship's table for one caller. Fields with equal plans share a batch, whatever their aliases and
 * paths, and whatever is selected below their rows.
 */
final class Plan {

    private final Join join;
    private final Caller caller;
    private final Operation operation;
    private final TableQuery query;
    private final int hash;

    /**
     * @param caller with the context of the request; hosts may share a registry, and so a batch, between requests of
     *     several tenants
     * @param operation that is executed
     */
    Plan(Join join, Caller caller, Operation operation, TableQuery query) {
        this.join = join;
        this.caller = caller;
        this.operation = operation;
        this.query = query;
        this.hash = 31 * query.hashCode() + caller.hashCode();
    }

    Join join() {
        return join;
    }

    Caller caller() {
        return caller;
    }

    Operation operation() {
        return operation;
    }

    TableQuery query() {
        return query;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // there is one join for each relationship
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Plan that
                        && hash == that.hash
                        && join == that.join
                        && operation == that.operation
                        && query.equals(that.query)
                        && caller.equals(that.caller));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
