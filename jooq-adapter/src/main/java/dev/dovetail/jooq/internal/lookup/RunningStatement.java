package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.TableRequest;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lookup's statement, which is told to those who listen, and cancelled when its request is. JDBC forgets a cancellation of what does not run yet; so the
 * request is asked before the statement begins, and again and again while it runs.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class RunningStatement implements ExecuteListener, AutoCloseable {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(RunningStatement.class);

    private final transient TableRequest request;
    private transient @Nullable Statement statement;

    private RunningStatement(TableRequest request) {
        this.request = request;
    }

    /**
     * Watches over a lookup that is about to begin, until it is closed.
     *
     * @throws CancellationException if its request was cancelled
     */
    static RunningStatement of(TableRequest request) {
        check(request);
        RunningStatement running = new RunningStatement(request);
        StatementWatch.SHARED.add(running);
        return running;
    }

    /**
     * Nothing is read for a request that was cancelled.
     *
     * @throws CancellationException if it was
     */
    static void check(TableRequest request) {
        if (request.isCancelled()) {
            throw new CancellationException("The request was cancelled");
        }
    }

    @Override
    public synchronized void executeStart(ExecuteContext context) {
        check(request);
        report(context.sql());
        statement = context.statement();
    }

    /** The blanks at its end are a wording's. */
    private void report(@Nullable String sql) {
        if (sql != null && request.isReported()) {
            request.report(sql.stripTrailing());
        }
    }

    /** Must not come after the statement's end: some databases would cancel what its connection does next. */
    synchronized void cancelIfRequested() {
        try {
            if (statement != null && request.isCancelled()) {
                statement.cancel();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("A statement could not be cancelled", e);
        }
    }

    @Override
    public void close() {
        StatementWatch.SHARED.remove(this);
        synchronized (this) {
            statement = null;
        }
    }
}
