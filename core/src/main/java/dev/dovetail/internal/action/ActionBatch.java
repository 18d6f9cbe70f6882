package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.BatchActionHandler;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.listening.ValuesReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of an action that were collected on a level of a request: all that its permissions let pass together.
 *
 * <p>A load's answer is the field's value, or the failure that the field shows. It never fails as a whole.
 */
final class ActionBatch implements MappedBatchLoader<ActionLoad, Object> {

    private final ActionAnswer answer;
    private final BatchActionHandler.Async handler;
    private final Function<Set<ActionLoad>, ValuesReport> reports;

    /**
     * @param reports begin with each batch
     */
    ActionBatch(ActionDefinition action, Function<Set<ActionLoad>, ValuesReport> reports) {
        this.answer = new ActionAnswer(action.name());
        this.reports = reports;
        this.handler = handler(action);
    }

    private static BatchActionHandler.Async handler(ActionDefinition action) {
        BatchActionHandler.Async batch = action.batchHandler();
        ActionHandler single = action.handler();
        return batch != null ? batch : calls -> each(Objects.requireNonNull(single, "handler"), calls);
    }

    /** One by one, with the failure of a call as its answer; all begin before the first has ended. */
    private static CompletionStage<List<@Nullable Object>> each(ActionHandler handler, List<ActionCall> calls) {
        CompletableFuture<List<@Nullable Object>> answers = CompletableFuture.completedFuture(new ArrayList<>());
        for (ActionCall call : calls) {
            answers = answers.thenCombine(single(handler, call), (all, answer) -> {
                all.add(answer);
                return all;
            });
        }
        return answers;
    }

    private static CompletableFuture<@Nullable Object> single(ActionHandler handler, ActionCall call) {
        try {
            Object answer = handler.handle(call);
            return answer instanceof CompletionStage<?> stage
                    ? stage.<@Nullable Object>handle((value, error) -> error == null ? value : Causes.of(error))
                            .toCompletableFuture()
                    : CompletableFuture.completedFuture(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.completedFuture(e);
        } catch (Exception e) {
            return CompletableFuture.completedFuture(e);
        }
    }

    @Override
    public CompletionStage<Map<ActionLoad, Object>> load(Set<ActionLoad> loads) {
        ValuesReport report = reports.apply(loads);
        Map<ActionLoad, Object> refused = Collections.synchronizedMap(new HashMap<>());
        List<CompletableFuture<?>> checks = new ArrayList<>();
        for (ActionLoad load : loads) {
            checks.add(load.rule()
                    .check(load.asCall())
                    .exceptionally(error -> {
                        refused.put(load, answer.failure(error));
                        return null;
                    })
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).thenCompose(all -> {
            List<ActionLoad> allowed =
                    loads.stream().filter(load -> !refused.containsKey(load)).toList();
            return call(allowed, refused, report);
        });
    }

    /**
     * @param refused the answers to those that are not called
     */
    private CompletionStage<Map<ActionLoad, Object>> call(
            List<ActionLoad> loads, Map<ActionLoad, Object> refused, ValuesReport report) {
        if (loads.isEmpty()) {
            return CompletableFuture.completedFuture(finished(refused, report));
        }
        List<ActionCall> calls = loads.stream().map(ActionLoad::asCall).toList();
        return Lookups.startHere(() -> report.loading(
                        () -> handler.handle(calls).<List<? extends @Nullable Object>>thenApply(list -> list)))
                .thenApply(given -> {
                    Map<ActionLoad, Object> answers = answers(loads, given);
                    answers.putAll(refused);
                    return finished(answers, report);
                })
                .exceptionally(error -> {
                    Map<ActionLoad, Object> answers = failed(loads, error, report);
                    answers.putAll(refused);
                    return answers;
                });
    }

    private static Map<ActionLoad, Object> finished(Map<ActionLoad, Object> answers, ValuesReport report) {
        report.finished(answers.values());
        return answers;
    }

    private Map<ActionLoad, Object> answers(List<ActionLoad> loads, List<? extends @Nullable Object> given) {
        if (given.size() != loads.size()) {
            throw new CompletionException(new IllegalStateException(
                    "The handler gave " + given.size() + " answer(s) to " + loads.size() + " call(s)"));
        }
        Map<ActionLoad, Object> answers = new HashMap<>(2 * loads.size());
        for (int i = 0; i < given.size(); i++) {
            Object value = value(loads.get(i), given.get(i));
            if (value != null) {
                answers.put(loads.get(i), value);
            }
        }
        return answers;
    }

    private @Nullable Object value(ActionLoad load, @Nullable Object given) {
        try {
            return given instanceof Throwable error
                    ? answer.failure(error)
                    : answer.value(given, load.call().environment());
        } catch (RuntimeException e) {
            return answer.failure(e);
        }
    }

    private Map<ActionLoad, Object> failed(List<ActionLoad> loads, Throwable error, ValuesReport report) {
        RuntimeException failure = answer.failure(error);
        report.failed(
                failure instanceof FieldFailure coded ? coded.code() : ErrorCode.ACTION_REJECTED, Causes.of(error));
        Map<ActionLoad, Object> answers = new HashMap<>(2 * loads.size());
        loads.forEach(load -> answers.put(load, failure));
        return answers;
    }
}
