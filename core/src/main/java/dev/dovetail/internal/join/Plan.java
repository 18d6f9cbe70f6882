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
    private final boolean backward;
    private final int hash;

    /**
     * @param caller with the context of the request; hosts may share a registry, and so a batch, between requests of
     *     several tenants
     * @param answer what becomes of the rows; the same for equal queries of one relationship that go one way
     * @param backward whether rows are read from the end
     */
    Plan(Join join, Caller caller, TableQuery query, Answer answer, boolean backward) {
        this.join = join;
        this.caller = caller;
        this.query = query;
        this.answer = answer;
        this.backward = backward;
        this.hash = 31 * (31 * query.hashCode() + caller.hashCode()) + Boolean.hashCode(backward);
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
                        && backward == that.backward
                        && answer.getClass() == that.answer.getClass()
                        && query.equals(that.query)
                        && caller.equals(that.caller));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
