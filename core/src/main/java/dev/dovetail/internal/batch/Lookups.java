package dev.dovetail.internal.batch;

import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a batch is looked up: once for each plan, and in such a way that no error leaves a parent waiting. */
public final class Lookups {

    private final @Nullable Function<GraphQLContext, Executor> executors;

    /**
     * @param executors find what runs the lookups of a request, or null for the thread that completes the level
     */
    public Lookups(@Nullable Function<GraphQLContext, Executor> executors) {
        this.executors = executors;
    }

    /**
     * The answers to all loads.
     *
     * @param batches whose loads these are
     * @param context the request of a plan
     * @param answer what answers the loads of one plan, and must not fail
     */
    public static <P, L> CompletionStage<Map<L, Object>> ofEachPlan(
            Object batches,
            Set<L> loads,
            Function<L, P> plan,
            Function<P, GraphQLContext> context,
            BiFunction<P, List<L>, CompletionStage<Map<L, Object>>> answer) {
        Map<P, List<L>> loadsByPlan = new LinkedHashMap<>();
        for (L load : loads) {
            loadsByPlan
                    .computeIfAbsent(plan.apply(load), key -> new ArrayList<>())
                    .add(load);
        }
        CompletableFuture<Map<L, Object>> answers = CompletableFuture.completedFuture(new HashMap<>(2 * loads.size()));
        for (Map.Entry<P, List<L>> entry : loadsByPlan.entrySet()) {
            P key = entry.getKey();
            Gathering gathering = Gathering.of(context.apply(key));
            CompletionStage<Map<L, Object>> part = gathering == null
                    ? answer.apply(key, entry.getValue())
                    : gathering.hold(List.of(batches, key), entry.getValue(), all -> answer.apply(key, all));
            answers = answers.thenCombine(part, (all, some) -> {
                all.putAll(some);
                return all;
            });
        }
        return answers;
    }

    /** What a lookup gives, or how it failed: an executor may refuse it, and the lookup may throw instead. */
    public <T> CompletionStage<T> start(GraphQLContext context, Callable<CompletionStage<T>> lookup) {
        if (executors == null) {
            return startHere(lookup);
        }
        try {
            Executor executor = Objects.requireNonNull(executors.apply(context), "The request has no executor");
            return CompletableFuture.supplyAsync(() -> call(lookup), executor).thenCompose(stage -> stage);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What a lookup on this thread gives, or how it failed: it may throw, too. */
    public static <T> CompletionStage<T> startHere(Callable<CompletionStage<T>> lookup) {
        try {
            return call(lookup);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> CompletionStage<T> call(Callable<CompletionStage<T>> lookup) {
        try {
            return Objects.requireNonNull(lookup.call(), "The lookup gave no stage");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
