package dev.dovetail.internal.join;

import dev.dovetail.internal.batch.BatchLoaders;
import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Gives every request a registry for its batches, unless the host gave it one. Does nothing for single fields. */
public final class BatchInstrumentation extends SimplePerformantInstrumentation {

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        return BatchLoaders.isMissing(input.getDataLoaderRegistry())
                ? input.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()))
                : input;
    }
}
