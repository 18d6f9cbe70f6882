package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.listener.JoinWatch;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who may listen to joins. Where nobody does, nothing is measured, counted or kept.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final List<GuardedListener> listeners;
    private final @Nullable Predicate<GraphQLContext> tracing;

    /**
     * @param tracing whether the answer of a request tells of its joins; null for never
     */
    public Audience(List<JoinListener> listeners, @Nullable Predicate<GraphQLContext> tracing) {
        this.listeners = listeners.stream().map(GuardedListener::new).toList();
        this.tracing = tracing;
    }

    /** Begins with a request: a host may execute several with one context. */
    public void begin(GraphQLContext context) {
        Places.renew(context);
        if (tracing != null) {
            JoinTrace.end(context);
            if (allows(tracing, context)) {
                JoinTrace.begin(context);
            }
        }
    }

    /** Begins with another event of a subscription. */
    public void beginEvent(GraphQLContext context) {
        Places.renew(context);
        if (traces(context)) {
            JoinTrace.begin(context);
        }
    }

    private static boolean allows(Predicate<GraphQLContext> tracing, GraphQLContext context) {
        try {
            return tracing.test(context);
        } catch (RuntimeException e) {
            LOG.warn("Whether a request's joins may be traced could not be told; they are not", e);
            return false;
        }
    }

    /** Whether a request's answer tells of its joins. */
    public boolean traces(GraphQLContext context) {
        return tracing != null && JoinTrace.of(context) != null;
    }

    /** Whether anybody listens to a request's joins. */
    public boolean listens(GraphQLContext context) {
        return !listeners.isEmpty() || JoinLog.isRead() || traces(context);
    }

    /**
     * Tells that a batch starts.
     *
     * @param paths where in the answer its fields are; asked when it is over
     */
    public Report start(JoinInfo join, Supplier<List<String>> paths) {
        long start = System.nanoTime();
        List<JoinWatch> watches = new ArrayList<>(listeners.size() + 1);
        if (JoinLog.isRead()) {
            watches.add(new JoinLog(join));
        }
        listeners.forEach(listener -> watches.add(listener.started(join)));
        JoinTrace trace = tracing == null ? null : JoinTrace.of(join.context());
        return new Report(start, watches, trace == null ? null : trace.join(start, join, paths));
    }

    /** The result, with what there is to tell of its joins. */
    public ExecutionResult result(GraphQLContext context, ExecutionResult result) {
        JoinTrace trace = tracing == null ? null : JoinTrace.of(context);
        return trace == null || result.getData() instanceof Publisher
                ? result
                : result.transform(answer -> answer.addExtension("dovetail", trace.told()));
    }
}
