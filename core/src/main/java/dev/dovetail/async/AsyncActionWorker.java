package dev.dovetail.async;

import dev.dovetail.definition.ActionDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the calls of asynchronous actions to their handlers. Any number of workers, in any number of processes, may
 * work on one store.
 *
 * <p>A worker holds each call by a lease, which it renews while the handler runs; if the worker's process dies, another
 * takes the call up when the lease has ended. So a call is delivered at least once, and never to two handlers at a time
 * unless a handler outlives its lease: it runs longer than {@link Builder#longestRun}, or its process cannot reach the
 * store. All deliveries of a call carry the same {@linkplain dev.dovetail.definition.ActionDelivery#id() id}.
 *
 * <p>Its threads are daemons: a process that does nothing else must wait itself.
 *
 * <p><b>Thread-safety:</b> thread-safe; the builder is not.
 */
public final class AsyncActionWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AsyncActionWorker.class);

    private final AsyncActionStore store;
    private final Map<String, ActionDefinition> actions;
    private final Duration lease;
    private final Duration pollInterval;
    private final Duration grace;
    private final int concurrency;
    private final int batchSize;
    private final Leases leases;
    private final Semaphore slots;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService clock;
    private final Deliveries deliveries;
    private final Thread claimer;

    private AsyncActionWorker(Builder builder) {
        this.store = builder.store;
        this.actions = builder.actions;
        this.lease = builder.lease;
        this.pollInterval = builder.pollInterval;
        this.grace = builder.grace;
        this.concurrency = builder.concurrency;
        this.batchSize = builder.batchSize;
        this.leases = new Leases(store, lease, builder.longestRun);
        this.slots = new Semaphore(concurrency);
        ExecutorService handlers = Executors.newFixedThreadPool(concurrency, task -> daemon(task, "handler"));
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "leases"));
        this.deliveries = new Deliveries(store, actions, leases, handlers, clock, slots::release);
        this.claimer = daemon(this::claimUntilClosed, "claims");
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "dovetail-async-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private void start() {
        long third = Math.max(1, lease.toMillis() / 3);
        var unused = clock.scheduleWithFixedDelay(leases::renew, third, third, TimeUnit.MILLISECONDS);
        claimer.start();
    }

    private void claimUntilClosed() {
        try {
            while (isOpen()) {
                if (slots.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS) && !claimForFreeSlots()) {
                    closing.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes up as many calls as there are slots, one of which is taken already; whether all were needed. */
    private boolean claimForFreeSlots() {
        int free = 1 + slots.drainPermits();
        int wanted = Math.min(free, batchSize);
        slots.release(free - wanted);
        List<AsyncActionClaim> claims = claim(wanted);
        slots.release(wanted - claims.size());
        claims.forEach(deliveries::takeUp);
        return claims.size() == wanted;
    }

    private List<AsyncActionClaim> claim(int most) {
        try {
            return isOpen() ? store.claim(actions.keySet(), most, lease) : List.of();
        } catch (RuntimeException e) {
            LOG.error("No asynchronous actions could be claimed", e);
            return List.of();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /**
     * Takes up nothing more, gives back what no handler has begun with, and waits for the handlers that run, as long as
     * {@link Builder#grace} says. Those that run on are interrupted: calls whose handlers give in are given back, others
     * wait for the end of their leases.
     */
    @Override
    public void close() {
        closing.countDown();
        deliveries.beginNoMore();
        try {
            claimer.join();
            if (slots.tryAcquire(concurrency, grace.toMillis(), TimeUnit.MILLISECONDS)) {
                slots.release(concurrency);
            } else {
                LOG.warn("Handlers of asynchronous actions run on after {}; they are interrupted", grace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdownNow();
            deliveries.interrupt();
        }
    }

    /** Builds an {@link AsyncActionWorker}. Made by {@code Dovetail.asyncActionWorker()}; not thread-safe. */
    public static final class Builder {

        private final AsyncActionStore store;
        private final Map<String, ActionDefinition> actions = new LinkedHashMap<>();
        private Duration lease = Duration.ofMinutes(1);
        private Duration longestRun = Duration.ofHours(1);
        private Duration pollInterval = Duration.ofSeconds(1);
        private Duration grace = Duration.ofSeconds(30);
        private int concurrency = 10;
        private int batchSize = 10;

        /**
         * @param definitions the actions; those that are not asynchronous, or have no handler, are left out
         */
        public Builder(AsyncActionStore store, Collection<ActionDefinition> definitions) {
            this.store = Objects.requireNonNull(store, "store");
            definitions.stream()
                    .filter(action -> action.asynchronous() != null && action.handler() != null)
                    .forEach(action -> actions.put(action.name(), action));
        }

        /** How long a call is held without a sign of life; a minute by default. Renewed three times as often. */
        public Builder lease(Duration length) {
            this.lease = Objects.requireNonNull(length, "length");
            return this;
        }

        /** How long a handler may run before its call is left to others; an hour by default. */
        public Builder longestRun(Duration longest) {
            this.longestRun = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /** How long to wait when there is nothing to do; a second by default. */
        public Builder pollInterval(Duration interval) {
            this.pollInterval = Objects.requireNonNull(interval, "interval");
            return this;
        }

        /** How long {@link AsyncActionWorker#close} waits for handlers; half a minute by default. */
        public Builder grace(Duration longest) {
            this.grace = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /** How many calls are under way at once, which is how many threads there are; ten by default. */
        public Builder concurrency(int most) {
            this.concurrency = most;
            return this;
        }

        /** How many calls are taken up by one statement, at most; ten by default. */
        public Builder batchSize(int most) {
            this.batchSize = most;
            return this;
        }

        /**
         * Starts a worker.
         *
         * @throws IllegalArgumentException if a number or a duration is not positive
         */
        public AsyncActionWorker start() {
            boolean positive = concurrency > 0 && batchSize > 0 && lease.toMillis() > 0 && pollInterval.toMillis() > 0;
            if (!positive) {
                throw new IllegalArgumentException("Concurrency, batch size, lease and poll interval must be positive");
            }
            AsyncActionWorker worker = new AsyncActionWorker(this);
            worker.start();
            return worker;
        }
    }
}
