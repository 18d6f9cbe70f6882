package dev.dovetail.table;

import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One batch: the rows of a table for a number of keys, on behalf of one caller.
 *
 * <p>A class and not a record, so that later versions can add to it (a deadline) without breaking
 * adapters.
 *
 * <p><b>Thread-safety:</b> immutable, but for {@link #isCancelled()}.
 */
public final class TableRequest {

    /** The value of a limit that sets no bound. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private final TableQuery query;
    private final List<JoinKey> keys;
    private final Session session;
    private final GraphQLContext context;
    private final long maxRows;
    private final long maxBytes;
    private final List<TableBranch> branches;
    private final Operation operation;
    private final BooleanSupplier cancelled;
    private final @Nullable Consumer<String> statements;

    /**
     * A batch of a query, without limits.
     *
     * @param keys the keys, each once, at least one
     * @param context the context of the GraphQL request that the batch belongs to
     */
    public TableRequest(TableQuery query, List<JoinKey> keys, Session session, GraphQLContext context) {
        this(query, keys, session, context, UNLIMITED, UNLIMITED, List.of(), Operation.QUERY, () -> false, null);
    }

    private TableRequest(
            TableQuery query,
            List<JoinKey> keys,
            Session session,
            GraphQLContext context,
            long maxRows,
            long maxBytes,
            List<TableBranch> branches,
            Operation operation,
            BooleanSupplier cancelled,
            @Nullable Consumer<String> statements) {
        this.query = Objects.requireNonNull(query, "query");
        this.keys = List.copyOf(keys);
        this.session = Objects.requireNonNull(session, "session");
        this.context = Objects.requireNonNull(context, "context");
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.branches = List.copyOf(branches);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.cancelled = Objects.requireNonNull(cancelled, "cancelled");
        this.statements = statements;
    }

    /**
     * The same batch with limits.
     *
     * @param rows see {@link #maxRows()}
     * @param bytes see {@link #maxBytes()}
     */
    public TableRequest within(long rows, long bytes) {
        return new TableRequest(query, keys, session, context, rows, bytes, branches, operation, cancelled, statements);
    }

    /**
     * The same batch, with what will be asked of its rows.
     *
     * @param next see {@link #branches()}
     */
    public TableRequest with(List<TableBranch> next) {
        return new TableRequest(
                query, keys, session, context, maxRows, maxBytes, next, operation, cancelled, statements);
    }

    /** The same batch for some of its keys. */
    public TableRequest of(List<JoinKey> some) {
        return new TableRequest(
                query, some, session, context, maxRows, maxBytes, branches, operation, cancelled, statements);
    }

    /**
     * The same batch as part of an operation.
     *
     * @param kind see {@link #operation()}
     */
    public TableRequest partOf(Operation kind) {
        return new TableRequest(
                query, keys, session, context, maxRows, maxBytes, branches, kind, cancelled, statements);
    }

    /**
     * The same batch, for a request that may be cancelled.
     *
     * @param requested see {@link #isCancelled()}
     */
    public TableRequest cancelledWhen(BooleanSupplier requested) {
        return new TableRequest(
                query, keys, session, context, maxRows, maxBytes, branches, operation, requested, statements);
    }

    /**
     * The same batch, of which somebody wants to know the statements.
     *
     * @param heard gets the text of each, on any thread; see {@link #report}
     */
    public TableRequest reportingTo(Consumer<String> heard) {
        return new TableRequest(
                query,
                keys,
                session,
                context,
                maxRows,
                maxBytes,
                branches,
                operation,
                cancelled,
                Objects.requireNonNull(heard, "heard"));
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

    /**
     * The kind of the operation that the batch belongs to. A mutation's rows must show what its actions have written, and
     * those of a subscription's event what the event tells of: a source that has copies of its tables must not take them
     * from a copy that is behind. A query that reads what an asynchronous action has done counts as a mutation.
     */
    public Operation operation() {
        return operation;
    }

    /**
     * What will be asked of the rows that are found: a source that can answer some of it in the same round trip may do so,
     * see {@link TableRows#setBranch}. What it leaves out is asked for by requests of its own; so it should leave out what
     * fails, and what would not fit the limits, instead of failing the rows.
     */
    public List<TableBranch> branches() {
        return branches;
    }

    /**
     * Whether the GraphQL request was cancelled, so that nobody waits for the rows any more: a source should begin nothing
     * then, and give up what it is doing, by failing. May be asked by any thread, as often as wanted.
     */
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Whether anybody wants to know the statements; a source that has to make their texts for that may ask first. */
    public boolean isReported() {
        return statements != null;
    }

    /**
     * Tells that a statement is sent for this batch, for listeners and traces that the host allows; nothing happens where
     * nobody wants to know. A source that tells none is as good, but harder to look into.
     *
     * @param statement its text as the database gets it, with placeholders and never with values of keys, rows, arguments or
     *     sessions
     */
    public void report(String statement) {
        if (statements != null) {
            statements.accept(statement);
        }
    }

    /** How many rows the batch may have, or {@link #UNLIMITED}; one more, and it fails. */
    public long maxRows() {
        return maxRows;
    }

    /** How many bytes the batch's values may take in memory, about, or {@link #UNLIMITED}; more, and it fails. */
    public long maxBytes() {
        return maxBytes;
    }
}
