package dev.dovetail.internal.batch;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;
import org.dataloader.registries.DispatchPredicate;
import org.dataloader.registries.ScheduledDataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The loader of one relationship in each request's registry.
 *
 * <p>A registry is never kept: frameworks replace it after Dovetail has seen it. And the loader is always taken from the
 * environment after it was registered, since newer versions of graphql-java only dispatch what they handed out.
 *
 * @param <L> what is loaded
 */
public final class BatchLoaders<L> {

    /** What graphql-java gives a request that was made without a registry; it takes no loaders. */
    private static final DataLoaderRegistry NO_REGISTRY =
            ExecutionInput.newExecutionInput("{__typename}").build().getDataLoaderRegistry();

    private final String name;
    private final MappedBatchLoader<L, Object> batches;

    /**
     * @param relationship {@code Type.field}, as it is declared
     * @param batches answers the loads of a level
     */
    public BatchLoaders(String relationship, MappedBatchLoader<L, Object> batches) {
        this.name = "dovetail:" + relationship;
        this.batches = batches;
    }

    /** Whether the request was made without a registry, and not given one by Dovetail's instrumentation. */
    @SuppressWarnings("ReferenceEquality") // there is one such registry, and it is empty like many others
    public static boolean isMissing(DataLoaderRegistry registry) {
        return registry == NO_REGISTRY;
    }

    /**
     * Puts a load into the batch of its level.
     *
     * @throws FieldFailure if the request has no registry for batches
     */
    public CompletableFuture<@Nullable Object> load(L load, DataFetchingEnvironment environment) {
        return loader(environment).load(load).thenApply(value -> value);
    }

    DataLoader<L, Object> loader(DataFetchingEnvironment environment) {
        DataLoader<L, Object> loader = environment.getDataLoader(name);
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
                            + " cannot be batched: build GraphQL with .instrumentation(dovetail.instrumentation()), or declare it as a bean");
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
    private DataLoader<L, Object> create(DataFetchingEnvironment environment) {
        DataLoaderOptions options = DataLoaderOptions.newOptions()
                .setCachingEnabled(false)
                .setBatchLoaderContextProvider(environment::getGraphQlContext)
                .build();
        return DataLoaderFactory.newMappedDataLoader(name, batches, options);
    }
}
