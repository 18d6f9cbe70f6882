package dev.dovetail.internal.batch;

import graphql.ExecutionInput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation that graphql-java has from version 25 on, and that the version which Dovetail is compiled with lacks:
 * {@code ExecutionInput.cancel()} and {@code isCancelled()}, which tell nobody but have to be asked. Before, requests are
 * never cancelled here.
 *
 * <p>The two methods are found by constant names, once: a native image sees them without being told.
 */
final class EngineCancellation {

    private static final @Nullable MethodHandle IS_CANCELLED = isCancelled();
    private static final @Nullable MethodHandle CANCEL = cancel();

    private EngineCancellation() {}

    private static @Nullable MethodHandle isCancelled() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(ExecutionInput.class, "isCancelled", MethodType.methodType(boolean.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private static @Nullable MethodHandle cancel() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(ExecutionInput.class, "cancel", MethodType.methodType(void.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /** Whether the engine was told to cancel the request. */
    static boolean isRequested(ExecutionInput input) {
        return IS_CANCELLED != null && Boolean.TRUE.equals(call(IS_CANCELLED, input));
    }

    /** Tells the engine to cancel the request. */
    static void request(ExecutionInput input) {
        if (CANCEL != null) {
            call(CANCEL, input);
        }
    }

    private static @Nullable Object call(MethodHandle method, ExecutionInput input) {
        try {
            return method.invoke(input);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("graphql-java did not say whether the request was cancelled", e);
        }
    }
}
