package dev.dovetail.internal.schema;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what recurses through types that are linked in a long chain, on a thread of its own with a stack for tens of
 * thousands of them. Memory is taken for as much of the stack only as is used.
 */
public final class LargeStack {

    private static final long BYTES = 128L << 20;

    private LargeStack() {}

    /** Does the work and waits for it, as if the calling thread did it: what is thrown comes out as it is. */
    public static <T> T call(Supplier<T> work) {
        Run<T> run = new Run<>(work);
        Thread thread = new Thread(null, run, "dovetail-schema", BYTES);
        thread.setDaemon(true);
        thread.start();
        await(thread);
        return run.result();
    }

    /** The work knows no interrupt; one that comes is kept for the caller. */
    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Run<T> implements Runnable {

        private final Supplier<T> work;
        private @Nullable T result;
        private @Nullable RuntimeException exception;
        private @Nullable Error error;

        Run(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result = work.get();
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            }
        }

        /** Seen by the thread that waited for the end of the other. */
        T result() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return Objects.requireNonNull(result, "result");
        }
    }
}
