package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.Executor;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.registries.DispatchPredicate;
import org.dataloader.registries.ScheduledDataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The loader of one relationship in each request's registry.
 *
 * <p>A registry is never kept: frameworks replace it after Dovetail has seen it. And the loader is always taken from the
 * environment after it was registered, since newer versions of graphql-java only dispatch what they handed out.
 */
final class JoinLoaders {

    /** What graphql-java gives a request that was made without a registry; it takes no loaders. */
    private static final DataLoaderRegistry NO_REGISTRY =
            ExecutionInput.newExecutionInput("{__typename}").build().getDataLoaderRegistry();

    private final Join join;
    private final String name;
    private final @Nullable Executor executor;

    JoinLoaders(Join join, @Nullable Executor executor) {
        this.join = join;
        this.name = "dovetail:" + join.name();
        this.executor = executor;
    }

    @SuppressWarnings("ReferenceEquality") // there is one such registry, and it is empty like many others
    static boolean isMissing(DataLoaderRegistry registry) {
        return registry == NO_REGISTRY;
    }

    DataLoader<JoinLoad, Object> loader(DataFetchingEnvironment environment) {
        DataLoader<JoinLoad, Object> loader = environment.getDataLoader(name);
        if (loader == null) {
            register(environment);
            loader = environment.getDataLoader(name);
        }
        if (loader == null) {
            throw new IllegalStateException("The registry did not keep the loader " + name);
        }
        return loader;
    }

    private void register(DataFetchingEnvironment environment) {
        DataLoaderRegistry registry = environment.getDataLoaderRegistry();
        if (isMissing(registry)) {
            throw new FieldFailure(
                    ErrorCode.INSTRUMENTATION_MISSING,
                    "Relationship " + name
                            + " cannot be batched: build GraphQL with .instrumentation(dovetail.instrumentation())");
        }
        if (registry instanceof ScheduledDataLoaderRegistry scheduled) {
            registerAlwaysDispatched(scheduled, environment);
        } else {
            registry.computeIfAbsent(name, key -> create(environment));
        }
    }

    /** Such a registry may be built to dispatch nothing but the loaders that bring a predicate of their own. */
    private void registerAlwaysDispatched(ScheduledDataLoaderRegistry registry, DataFetchingEnvironment environment) {
        synchronized (registry) {
            if (registry.getDataLoader(name) == null) {
                registry.register(name, create(environment), DispatchPredicate.DISPATCH_ALWAYS);
            }
        }
    }

    /** Without a cache: a second mutation of the request must see what the first one wrote. */
    private DataLoader<JoinLoad, Object> create(DataFetchingEnvironment environment) {
        DataLoaderOptions options = DataLoaderOptions.newOptions()
                .setCachingEnabled(false)
                .setBatchLoaderContextProvider(environment::getGraphQlContext)
                .build();
        return DataLoaderFactory.newMappedDataLoader(name, new JoinBatch(join, executor), options);
    }
}
