package dev.dovetail.webhook;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes so many calls at once and no more; others wait in line, without a thread. */
final class CallLimit implements CallPolicy {

    private final AtomicInteger free;
    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();

    CallLimit(int calls) {
        this.free = new AtomicInteger(calls);
    }

    @Override
    public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt) {
        CompletableFuture<T> result = new CompletableFuture<>();
        line.add(() -> start(attempt, result));
        next();
        return result;
    }

    private <T> void start(Supplier<CompletionStage<T>> attempt, CompletableFuture<T> result) {
        CompletionStage<T> call;
        try {
            call = attempt.get();
        } catch (RuntimeException e) {
            call = CompletableFuture.failedFuture(e);
        }
        call.whenComplete((value, error) -> {
            free.incrementAndGet();
            next();
            if (error == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(error);
            }
        });
    }

    /** Takes a place before it looks who waits: of two threads, one finds the line empty and gives its place back. */
    private void next() {
        while (!line.isEmpty() && free.getAndUpdate(places -> Math.max(0, places - 1)) > 0) {
            Runnable first = line.poll();
            if (first != null) {
                first.run();
            } else {
                free.incrementAndGet();
            }
        }
    }
}
