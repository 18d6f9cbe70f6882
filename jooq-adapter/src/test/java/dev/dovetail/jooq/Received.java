package dev.dovetail.jooq;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Everything that a publisher gives, for a test that cannot wait for ever. */
final class Received<T> implements Subscriber<T> {

    private final List<T> items = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<T>> end = new CompletableFuture<>();

    private Received() {}

    static <T> Received<T> from(Publisher<T> publisher) {
        Received<T> received = new Received<>();
        publisher.subscribe(received);
        return received;
    }

    /** What has come by now. */
    List<T> now() {
        return List.copyOf(items);
    }

    /** All there is; fails when the end does not come within a minute. */
    List<T> all() {
        try {
            return end.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The publisher did not end, after " + items, e);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
        items.add(item);
    }

    @Override
    public void onError(Throwable error) {
        end.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        end.complete(now());
    }
}
