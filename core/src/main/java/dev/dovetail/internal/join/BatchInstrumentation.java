package dev.dovetail.internal.join;

import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.batch.Cancellation;
import dev.dovetail.internal.batch.Gathering;
import dev.dovetail.internal.batch.Operations;
import dev.dovetail.table.TableRequest;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a registry for its batches, unless the host gave it one, and refuses what cannot succeed. Does
 * nothing for single fields.
 */
public final class BatchInstrumentation extends SimplePerformantInstrumentation {

    private final Execution execution;
    private final boolean countsRows;

    public BatchInstrumentation(Execution execution) {
        this.execution = execution;
        this.countsRows = execution.limits().rowsPerRequest() != TableRequest.UNLIMITED;
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        renew(input.getGraphQLContext());
        execution.audience().begin(input.getGraphQLContext());
        Cancellation.begin(input);
        return BatchLoaders.isMissing(input.getDataLoaderRegistry())
                ? input.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()))
                : input;
    }

    /** Before any other part of the execution has begun, so that nothing is left unfinished when it is refused. */
    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        execution
                .check()
                .checkOperation(
                        context.getNormalizedQueryTree(),
                        () -> execution.callers().ofOperation(context.getGraphQLContext()));
        return context;
    }

    /** Called for each event of a subscription. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
        renew(context);
        execution.audience().beginEvent(context);
        Gathering gathering = Gathering.begin(context);
        return SimpleInstrumentationContext.whenDispatched(gathering::end);
    }

    /** Called for each event of a subscription, too. */
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        return CompletableFuture.completedFuture(execution.audience().result(parameters.getGraphQLContext(), result));
    }

    private void renew(GraphQLContext context) {
        Plans.renew(context);
        Operations.renew(context);
        if (countsRows) {
            RowBudget.renew(context);
        }
    }
}
