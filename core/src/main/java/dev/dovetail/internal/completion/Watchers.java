package dev.dovetail.internal.completion;

import graphql.ExperimentalApi;
import graphql.TrivialDataFetcher;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultNodesInfo;
import graphql.execution.ValueUnboxer;
import graphql.execution.conditional.ConditionalNodeDecision;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of the host's has to be asked for each single field, which only the engine does. */
final class Watchers {

    private static final Set<String> OF_FIELDS = Set.of(
            "beginExecuteObject",
            "beginFieldExecution",
            "beginFieldFetch",
            "beginFieldFetching",
            "beginFieldCompletion",
            "beginFieldListCompletion");

    /** The key of graphql-java 25 and later for what makes the maps of an answer. */
    private static final String RESPONSE_MAP_FACTORY = "graphql.execution.ResponseMapFactory";

    /** Those that do nothing. */
    private static final Set<Class<?>> GRAPHQL_JAVAS_OWN =
            Set.of(Instrumentation.class, SimplePerformantInstrumentation.class);

    private static final ClassValue<Boolean> WATCHES_FIELDS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            List<Class<?>> owners = Stream.of(type.getMethods())
                    .filter(method -> OF_FIELDS.contains(method.getName()))
                    .<Class<?>>map(Method::getDeclaringClass)
                    .toList();
            // None at all: a native image that was not told to keep the methods, so that they may be of any class.
            return owners.isEmpty() || !GRAPHQL_JAVAS_OWN.containsAll(owners);
        }
    };

    private final ExecutionContext context;
    private final ExecutionStrategyParameters parameters;

    Watchers(ExecutionContext context, ExecutionStrategyParameters parameters) {
        this.context = context;
        this.parameters = parameters;
    }

    /**
     * Whether every field is watched: by an instrumentation, a limit on nodes, or something that
     * leaves fields out or changes their values.
     */
    @SuppressWarnings("ReferenceEquality") // graphql-java has one unboxer, unless the host has another
    boolean watchAll() {
        return watchesFields(context.getInstrumentation())
                || context.getValueUnboxer() != ValueUnboxer.DEFAULT
                || context.getGraphQLContext().getBoolean(ExperimentalApi.ENABLE_INCREMENTAL_SUPPORT)
                || context.getGraphQLContext().hasKey(ConditionalNodeDecision.class)
                || context.getGraphQLContext().hasKey(ResultNodesInfo.MAX_RESULT_NODES)
                || context.getGraphQLContext().hasKey(RESPONSE_MAP_FACTORY);
    }

    private static boolean watchesFields(Instrumentation instrumentation) {
        return instrumentation instanceof ChainedInstrumentation chain
                ? chain.getInstrumentations().stream().anyMatch(Watchers::watchesFields)
                : WATCHES_FIELDS.get(instrumentation.getClass());
    }

    /** Whether an instrumentation would fetch a field by another fetcher than this. */
    @SuppressWarnings("ReferenceEquality") // the very same, or else another
    boolean watch(DataFetcher<?> fetcher) {
        InstrumentationFieldFetchParameters asked = new InstrumentationFieldFetchParameters(
                context,
                () -> {
                    throw new IrregularException();
                },
                parameters,
                fetcher instanceof TrivialDataFetcher);
        try {
            return context.getInstrumentation().instrumentDataFetcher(fetcher, asked, context.getInstrumentationState())
                    != fetcher;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
