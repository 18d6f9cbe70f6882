package dev.dovetail.internal.remote;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.key.KeyValues;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.Places;
import dev.dovetail.internal.model.Remote;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up one parent at the host's loader: reads its key and puts it, with arguments and caller, into the batch. */
public final class RemoteFetcher extends BatchFetcher<RemoteLoad> {

    private final Remote remote;
    private final KeyValues keys;
    private final Callers callers;
    private final Audience audience;

    /**
     * @param executors find what calls the loader for a request, or null for the thread that completes a level
     * @param audience is told of batches
     */
    public RemoteFetcher(
            Remote remote, Callers callers, @Nullable Function<GraphQLContext, Executor> executors, Audience audience) {
        super(
                remote.name(),
                ErrorCode.REMOTE_LOOKUP_FAILED,
                new BatchLoaders<>(remote.name(), new LoaderBatch(remote, executors, audience)));
        this.remote = remote;
        this.keys = new KeyValues(remote.relationship());
        this.callers = callers;
        this.audience = audience;
    }

    @Override
    public boolean takesAnySource() {
        return remote.relationship().keyFunction() != null;
    }

    @Override
    protected @Nullable Object value(Object source, DataFetchingEnvironment environment) {
        return remote.listOfKeys() ? valuesOfKeys(source, environment) : valueOfKey(source, environment);
    }

    private @Nullable Object valueOfKey(Object source, DataFetchingEnvironment environment) {
        Object[] values = keys.read(source);
        if (values == null) {
            return remote.many() ? List.of() : null;
        }
        Object key = values.length == 1 ? values[0] : List.of(values);
        return load(new RemoteLoad(plan(environment, 1), key), environment);
    }

    private Object valuesOfKeys(Object source, DataFetchingEnvironment environment) {
        List<Object> list = keys.readList(source);
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        RemotePlan plan = plan(environment, list.size());
        List<RemoteLoad> loads =
                list.stream().map(key -> new RemoteLoad(plan, key)).toList();
        return loadAll(loads, environment, values -> values);
    }

    /**
     * @param keys how many the parent asks for
     */
    private RemotePlan plan(DataFetchingEnvironment environment, int keys) {
        Caller caller = new Caller(callers.session(environment), environment.getGraphQlContext());
        RemotePlan plan = new RemotePlan(Collections.unmodifiableMap(environment.getArguments()), caller);
        Places.ask(LoaderBatch.question(remote, plan), keys, environment, audience);
        return plan;
    }
}
