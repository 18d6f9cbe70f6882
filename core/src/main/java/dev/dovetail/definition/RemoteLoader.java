package dev.dovetail.definition;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a remote relationship, for all keys of a batch at once.
 *
 * <p>The answer's keys are those of the batch, by their {@code equals}; what it has no value for is not found. A value
 * may be a {@link Map}, a record, a bean, a Jackson tree, a scalar, or a list of these. A value that is an {@link
 * dev.dovetail.error.ActionException} is the error of the fields with that key, and one that the loader throws is the
 * error of them all. Any other exception gives the client a neutral error with the code {@code remote-lookup-failed} and
 * goes to the log, once for the batch.
 *
 * <p>A loader is called by the thread that completes a level of the request, or by the host's {@code batchExecutor}.
 *
 * <p><b>Thread-safety:</b> loaders are called by many requests at once.
 */
@FunctionalInterface
public interface RemoteLoader {

    /** The values by their keys. */
    Map<?, ? extends @Nullable Object> load(RemoteBatch batch) throws Exception;

    /** A {@link RemoteLoader} that answers later, in any thread. It should do so in any case: fields wait for it. */
    @FunctionalInterface
    interface Async {

        /** Begins to find the values by their keys; an exception may be thrown, or complete the stage. */
        CompletionStage<? extends Map<?, ? extends @Nullable Object>> load(RemoteBatch batch) throws Exception;
    }
}
