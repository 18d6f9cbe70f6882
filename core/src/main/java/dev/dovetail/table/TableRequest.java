package dev.dovetail.table;

import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Objects;

/**
 * One batch: the rows of a table for a number of keys, on behalf of one caller.
 *
 * <p>A class and not a record, so that later versions can add to it (a deadline, a replica's choice) without breaking
 * adapters.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class TableRequest {

    private final TableQuery query;
    private final List<JoinKey> keys;
    private final Session session;
    private final GraphQLContext context;

    /**
     * A batch.
     *
     * @param keys the keys, each once, at least one
     * @param context the context of the GraphQL request that the batch belongs to
     */
    public TableRequest(TableQuery query, List<JoinKey> keys, Session session, GraphQLContext context) {
        this.query = Objects.requireNonNull(query, "query");
        this.keys = List.copyOf(keys);
        this.session = Objects.requireNonNull(session, "session");
        this.context = Objects.requireNonNull(context, "context");
    }

    /** What is asked for each key. */
    public TableQuery query() {
        return query;
    }

    /** The keys, each once, at least one; a key's place in this list is its ordinal in {@link TableRows}. */
    public List<JoinKey> keys() {
        return keys;
    }

    /** The caller. */
    public Session session() {
        return session;
    }

    /** The context of the GraphQL request, from which an adapter may take a tenant or a transaction. */
    public GraphQLContext context() {
        return context;
    }
}
