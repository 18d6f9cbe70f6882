package dev.dovetail.internal.batch;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request was cancelled: by the host's call of Dovetail, or of the engine where that can be cancelled. It is kept
 * in the request's context, from when the request begins.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Cancellation implements BooleanSupplier {

    private final @Nullable ExecutionInput input;
    private volatile boolean requested;

    private Cancellation(@Nullable ExecutionInput input) {
        this.input = input;
    }

    /** Begins anew for a request: a host may execute several with one context. */
    public static void begin(ExecutionInput input) {
        input.getGraphQLContext().put(Cancellation.class, new Cancellation(input));
    }

    /** The cancellation of a request; where no instrumentation began it, one that only {@link #request} asks for. */
    public static Cancellation of(GraphQLContext context) {
        Cancellation known = context.get(Cancellation.class);
        return known != null ? known : context.computeIfAbsent(Cancellation.class, key -> new Cancellation(null));
    }

    /** Cancels a request that has begun. */
    public static void request(ExecutionInput input) {
        EngineCancellation.request(input);
        of(input.getGraphQLContext()).requested = true;
    }

    @Override
    public boolean getAsBoolean() {
        return requested || (input != null && EngineCancellation.isRequested(input));
    }

    /**
     * Nothing is begun for a request that was cancelled.
     *
     * @throws CancellationException if it was
     */
    public void check() {
        if (getAsBoolean()) {
            throw new CancellationException("The request was cancelled");
        }
    }
}
