package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.TableQuery;
import org.jspecify.annotations.Nullable;

/**
 * How one selection of a relationship is answered for one caller. Fields with equal plans share a batch, whatever their
 * aliases and paths.
 */
final class Plan {

    private final Join join;
    private final Caller caller;
    private final TableQuery query;
    private final Answer answer;
    private final int hash;

    /**
     * @param caller with the context of the request; hosts may share a registry, and so a batch, between requests of
     *     several tenants
     * @param answer what becomes of the rows
     */
    Plan(Join join, Caller caller, TableQuery query, Answer answer) {
        this.join = join;
        this.caller = caller;
        this.query = query;
        this.answer = answer;
        this.hash = 31 * query.hashCode() + caller.hashCode();
    }

    Caller caller() {
        return caller;
    }

    TableQuery query() {
        return query;
    }

    Answer answer() {
        return answer;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // there is one join for each relationship
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Plan that
                        && hash == that.hash
                        && join == that.join
                        && answer.isLike(that.answer)
                        && query.equals(that.query)
                        && caller.equals(that.caller));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
