package dev.dovetail.internal.failure;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What really happened behind the exceptions that futures wrap around it. */
public final class Causes {

    private Causes() {}

    /** The exception itself, or the one that a future wrapped. */
    public static Throwable of(Throwable error) {
        boolean wrapper = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapper && error.getCause() != null ? error.getCause() : error;
    }
}
