package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinInfo;
import graphql.GraphQLContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the answer of a request tells of its joins. It is kept in the request's context, so that no other request's are in it.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class JoinTrace {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private final long start = System.nanoTime();
    private final Queue<TracedJoin> joins = new ConcurrentLinkedQueue<>();

    private JoinTrace() {}

    static void begin(GraphQLContext context) {
        context.put(JoinTrace.class, new JoinTrace());
    }

    static void end(GraphQLContext context) {
        context.delete(JoinTrace.class);
    }

    static @Nullable JoinTrace of(GraphQLContext context) {
        return context.get(JoinTrace.class);
    }

    /**
     * A join that begins.
     *
     * @param began when, as {@link System#nanoTime()} tells
     */
    TracedJoin join(long began, JoinInfo info, Supplier<List<String>> paths) {
        TracedJoin join = new TracedJoin(millis(began - start), info, paths);
        joins.add(join);
        return join;
    }

    /** The joins so far, in the order in which they began. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("millis", millis(System.nanoTime() - start));
        told.put("joins", joins.stream().map(TracedJoin::told).toList());
        return told;
    }

    /** To the microsecond. */
    static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MICRO) / MICROS_PER_MILLI;
    }
}
