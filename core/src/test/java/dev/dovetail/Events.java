package dev.dovetail;

import graphql.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Gives its events in the thread that asks for them. */
record Events(Object... events) implements Publisher<Object> {

    /** What a subscription answers to all of its events. */
    static List<ExecutionResult> answers(ExecutionResult subscription) {
        List<ExecutionResult> answers = new ArrayList<>();
        subscription.<Publisher<ExecutionResult>>getData().subscribe(new Collecting(answers));
        return answers;
    }

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            private int next;

            @Override
            public void request(long n) {
                for (long i = 0; i < n && next < events.length; i++) {
                    subscriber.onNext(events[next++]);
                }
            }

            @Override
            public void cancel() {
                next = events.length;
            }
        });
    }

    private record Collecting(List<ExecutionResult> received) implements Subscriber<ExecutionResult> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ExecutionResult result) {
            received.add(result);
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {}
    }
}
