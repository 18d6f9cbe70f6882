package dev.dovetail.internal.batch;

import graphql.GraphQLContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lookups that begin while one piece of a request is worked off, and then starts them together.
 *
 * <p>Graphql-java 24 counts no levels in the events of a subscription: it dispatches after every field, which makes each
 * parent a batch of its own. But an event's fields are all fetched before it says that the event was dispatched, and
 * those of the next level before the completion of this one's batch returns.
 *
 * <p>Of one thread and one request: other requests that the thread executes meanwhile may be waited for.
 */
public final class Gathering {

    private static final ThreadLocal<@Nullable Gathering> CURRENT = new ThreadLocal<>();

    private final GraphQLContext context;
    private final @Nullable Gathering outer;
    private final Map<List<Object>, Held<?>> held = new LinkedHashMap<>();

    private Gathering(GraphQLContext context, @Nullable Gathering outer) {
        this.context = context;
        this.outer = outer;
    }

    /** Begins to hold what this thread looks up for a request, until {@link #end}. */
    public static Gathering begin(GraphQLContext context) {
        Gathering gathering = new Gathering(context, CURRENT.get());
        CURRENT.set(gathering);
        return gathering;
    }

    /** What holds the lookups of a request on this thread, or null. */
    @SuppressWarnings("ReferenceEquality") // a context is that of one request
    static @Nullable Gathering of(GraphQLContext context) {
        Gathering current = CURRENT.get();
        return current != null && current.context == context ? current : null;
    }

    /**
     * Adds to a lookup that is held.
     *
     * @param key what lookups have in common that are made as one
     * @param lookup makes it, and must not fail
     * @return the answers to these loads
     */
    @SuppressWarnings("unchecked") // equal keys have loads of one kind
    <L> CompletionStage<Map<L, Object>> hold(
            List<Object> key, List<L> loads, Function<List<L>, CompletionStage<Map<L, Object>>> lookup) {
        Held<L> lookups = (Held<L>) held.computeIfAbsent(key, k -> new Held<>(lookup));
        lookups.loads.addAll(loads);
        return lookups.answers.thenApply(found -> of(loads, found));
    }

    private static <L> Map<L, Object> of(List<L> loads, Map<L, Object> found) {
        Map<L, Object> own = new HashMap<>();
        for (L load : loads) {
            Object answer = found.get(load);
            if (answer != null) {
                own.put(load, answer);
            }
        }
        return own;
    }

    /** Starts what is held, and what begins while its answers are taken up. */
    public void end() {
        try {
            while (!held.isEmpty()) {
                List<Held<?>> level = List.copyOf(held.values());
                held.clear();
                level.forEach(lookup -> lookup.start(context));
            }
        } finally {
            CURRENT.set(outer);
        }
    }

    /** One lookup that waits for its other loads. */
    private static final class Held<L> {

        private final Function<List<L>, CompletionStage<Map<L, Object>>> lookup;
        private final Set<L> loads = new LinkedHashSet<>();
        private final CompletableFuture<Map<L, Object>> answers = new CompletableFuture<>();

        Held(Function<List<L>, CompletionStage<Map<L, Object>>> lookup) {
            this.lookup = lookup;
        }

        void start(GraphQLContext context) {
            lookup.apply(List.copyOf(loads)).whenComplete((found, error) -> complete(context, found, error));
        }

        /** On another thread than the lookup's, the next level is held there. */
        private void complete(GraphQLContext context, @Nullable Map<L, Object> found, @Nullable Throwable error) {
            Gathering own = of(context) == null ? begin(context) : null;
            try {
                if (found != null) {
                    answers.complete(found);
                } else {
                    answers.completeExceptionally(error != null ? error : new IllegalStateException("No answers"));
                }
            } finally {
                if (own != null) {
                    own.end();
                }
            }
        }
    }
}
