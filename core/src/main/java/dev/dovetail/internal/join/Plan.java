package dev.dovetail.internal.join;

import dev.dovetail.internal.model.Join;
import dev.dovetail.session.Session;
import dev.dovetail.table.TableQuery;
import graphql.GraphQLContext;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How one selection of a relationship is answered for one caller. Fields with equal plans share a batch, whatever their
 * aliases and paths.
 */
final class Plan {

    private final Join join;
    private final BitSet columns;
    private final Session session;
    private final GraphQLContext context;
    private final RowLayout layout;
    private final TableQuery query;
    private final int hash;

    /**
     * @param columns the positions in the table of the columns to read
     * @param context of the request; hosts may share a registry, and so a batch, between requests of several tenants
     */
    Plan(Join join, BitSet columns, Session session, GraphQLContext context) {
        this.join = join;
        this.columns = columns;
        this.session = session;
        this.context = context;
        this.layout = new RowLayout(join.target(), columns);
        this.query = join.query(layout.columns());
        this.hash = 31 * (31 * System.identityHashCode(join) + columns.hashCode()) + session.hashCode();
    }

    Join join() {
        return join;
    }

    Session session() {
        return session;
    }

    GraphQLContext context() {
        return context;
    }

    RowLayout layout() {
        return layout;
    }

    TableQuery query() {
        return query;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a context is one request's, and its content changes
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Plan that
                        && join == that.join
                        && context == that.context
                        && columns.equals(that.columns)
                        && session.equals(that.session));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
