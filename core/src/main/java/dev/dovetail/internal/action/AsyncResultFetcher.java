package dev.dovetail.internal.action;

import dev.dovetail.async.AsyncActionState;
import dev.dovetail.internal.batch.Operations;
import dev.dovetail.internal.failure.FieldFailure;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Answers what became of an asynchronous action's call by now. */
public final class AsyncResultFetcher implements DataFetcher<@Nullable Object> {

    private final AsyncResults results;

    public AsyncResultFetcher(AsyncResults results) {
        this.results = results;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Operations.readsAction(environment.getGraphQlContext());
        try {
            AsyncActionState state = results.question(environment).get();
            return state == null ? null : results.object(environment, state);
        } catch (FieldFailure e) {
            return e.at(environment);
        }
    }
}
