package dev.dovetail.definition;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The custom logic behind a query action that can answer several calls together: those that a request makes at once, and
 * those of all the parents of an {@link ActionRelationship}.
 *
 * <pre>{@code
 * ActionDefinition.query("risk").argument("userId", "ID!").returns("Risk")
 *     .batchHandler(calls -> risks.of(calls.stream().map(call -> call.<String>argument("userId")).toList()))
 *     .build();
 * }</pre>
 *
 * <p>The answers are those that an {@link ActionHandler} may give, in the order of the calls; a
 * {@link dev.dovetail.error.ActionException} among them refuses that one call. What is thrown refuses or fails all of
 * them.
 *
 * <p><b>Thread-safety:</b> handlers are called by many requests at once.
 */
@FunctionalInterface
public interface BatchActionHandler {

    /**
     * Answers calls, which may be of several callers.
     *
     * @param calls at least one
     * @return as many answers, in the same order
     */
    List<? extends @Nullable Object> handle(List<ActionCall> calls) throws Exception;

    /** Answers later, and so does not keep the thread that calls it. */
    @FunctionalInterface
    interface Async {

        /** See {@link BatchActionHandler#handle}. */
        CompletionStage<? extends List<? extends @Nullable Object>> handle(List<ActionCall> calls) throws Exception;
    }
}
