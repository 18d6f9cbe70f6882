package dev.dovetail.jooq.internal.lookup;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks for all statements that run whether their requests were cancelled: graphql-java tells nobody, and the threads that run
 * the statements wait for the database. One thread does it, ten times a second; it ends when there is nothing to do for a
 * while.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class StatementWatch implements Runnable {

    static final StatementWatch SHARED = new StatementWatch();

    private static final long PAUSE_MILLIS = 100;
    private static final int ROUNDS_WITHOUT_WORK = 100;

    private final Set<RunningStatement> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();

    private StatementWatch() {}

    void add(RunningStatement statement) {
        running.add(statement);
        if (!watching.get() && watching.compareAndSet(false, true)) {
            Thread thread = new Thread(this, "dovetail-cancel");
            thread.setDaemon(true);
            thread.setContextClassLoader(StatementWatch.class.getClassLoader());
            thread.start();
        }
    }

    void remove(RunningStatement statement) {
        running.remove(statement);
    }

    @Override
    public void run() {
        int idle = 0;
        while (idle < ROUNDS_WITHOUT_WORK || stays()) {
            try {
                // graphql-java calls nobody when a request is cancelled: its flag has to be looked at
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                // nobody but a debugger has this thread; statements still need it
                continue;
            }
            idle = running.isEmpty() ? idle + 1 : 0;
            running.forEach(RunningStatement::cancelIfRequested);
        }
    }

    /** A statement may have begun since; whoever sets the mark watches it. */
    private boolean stays() {
        watching.set(false);
        return !running.isEmpty() && watching.compareAndSet(false, true);
    }
}
