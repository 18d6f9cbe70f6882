package dev.dovetail.internal.action;

import dev.dovetail.async.AsyncActionState;
import dev.dovetail.internal.failure.FieldFailure;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/**
 * Answers a subscription with what became of an asynchronous action's call: what is known at first, and the end, behind
 * which it completes. The store is asked each second.
 */
public final class AsyncEventsFetcher implements DataFetcher<@Nullable Object> {

    private static final long MILLIS_BETWEEN = 1000;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** They wait for the store, and execute the events' selections. */
    private static final ScheduledExecutorService THREADS = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "dovetail-async-events-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    private final AsyncResults results;

    public AsyncEventsFetcher(AsyncResults results) {
        this.results = results;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            Supplier<@Nullable AsyncActionState> question = results.question(environment);
            return (Publisher<Object>) subscriber -> {
                Events events = new Events(environment, question, new SubmissionPublisher<>(THREADS, 2));
                FlowAdapters.toPublisher(events.publisher).subscribe(subscriber);
                THREADS.execute(events);
            };
        } catch (FieldFailure e) {
            return e.at(environment);
        }
    }

    /** The events for one subscriber. */
    private final class Events implements Runnable {

        private final DataFetchingEnvironment environment;
        private final Supplier<@Nullable AsyncActionState> question;
        private final SubmissionPublisher<Object> publisher;
        private boolean begun;

        Events(
                DataFetchingEnvironment environment,
                Supplier<@Nullable AsyncActionState> question,
                SubmissionPublisher<Object> publisher) {
            this.environment = environment;
            this.question = question;
            this.publisher = publisher;
        }

        @Override
        public void run() {
            try {
                if (publisher.hasSubscribers() && goesOn(question.get())) {
                    var unused = THREADS.schedule(this, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
                }
            } catch (RuntimeException e) {
                publisher.closeExceptionally(e);
            }
        }

        private boolean goesOn(@Nullable AsyncActionState state) {
            boolean end = state == null || state.isFinal();
            if (state != null && (end || !begun)) {
                publisher.submit(results.object(environment, state));
            }
            begun = true;
            if (end) {
                publisher.close();
            }
            return !end;
        }
    }
}
