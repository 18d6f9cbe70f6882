package dev.dovetail.internal.listening;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import dev.dovetail.listener.JoinWatch.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who watch one batch how it goes on.
 *
 * <p><b>Thread-safety:</b> thread-safe, as far as those are.
 */
public final class Report {

    private final long start;
    private final List<JoinWatch> watches;
    private final @Nullable TracedJoin traced;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    Report(long start, List<JoinWatch> watches, @Nullable TracedJoin traced) {
        this.start = start;
        this.watches = watches;
        this.traced = traced;
    }

    /** The source sends a statement. */
    public void sent(String statement) {
        statements.add(statement);
    }

    /** Asks the source, within the scopes of those who watch. */
    public <T> T loading(Callable<T> source) throws Exception {
        List<Scope> scopes = new ArrayList<>(watches.size());
        watches.forEach(watch -> scopes.add(watch.loading()));
        try {
            return source.call();
        } finally {
            for (int i = scopes.size() - 1; i >= 0; i--) {
                scopes.get(i).close();
            }
        }
    }

    /** The rows are there. */
    public void finished(long rows, int failedKeys, List<Along> along) {
        JoinResult result = new JoinResult(
                rows,
                failedKeys,
                sent(),
                time(),
                along.stream().map(Along::joined).toList());
        if (traced != null) {
            traced.finished(result, along);
        }
        watches.forEach(watch -> watch.finished(result));
    }

    /** There are none to be had. */
    public void failed(ErrorCode code, Throwable cause, boolean cancelled) {
        JoinFailure failure = new JoinFailure(code, cause.getClass(), cancelled, sent(), time());
        if (traced != null) {
            traced.failed(failure);
        }
        watches.forEach(watch -> watch.failed(failure));
    }

    private List<String> sent() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
