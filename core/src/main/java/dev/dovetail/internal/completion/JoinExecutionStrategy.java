package dev.dovetail.internal.completion;

import dev.dovetail.internal.join.Joined;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import org.jspecify.annotations.Nullable;

/**
 * Executes as graphql-java does, but completes what Dovetail joined by itself: straight from the rows, where all fields below
 * are Dovetail's own and nothing watches them. Whatever is not plain (an error, a null where none may be) is left to the
 * engine, which then does it again its own way; so the answer is the same in every case.
 */
public final class JoinExecutionStrategy extends AsyncExecutionStrategy {

    public JoinExecutionStrategy() {}

    public JoinExecutionStrategy(DataFetcherExceptionHandler exceptionHandler) {
        super(exceptionHandler);
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Object value = parameters.getSource();
        Object completed = value instanceof Joined joined ? completed(joined, context, parameters) : null;
        // For the engine it is a scalar: there is nothing in it to wait for.
        return completed == null
                ? super.completeValue(context, parameters)
                : new FieldValueInfo(CompleteValueType.SCALAR, completed);
    }

    /** The value as it is answered; null where the engine has to complete it. */
    private static @Nullable Object completed(
            Joined value, ExecutionContext context, ExecutionStrategyParameters parameters) {
        Completion completion = Completions.of(context).completion(value, context, parameters);
        try {
            return completion == null ? null : completion.complete(value);
        } catch (IrregularException irregular) {
            return null;
        }
    }
}
