package dev.dovetail.async;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the handlers of what a worker took up, and tells the store what they gave. */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** How often the store is told what a handler gave, a second between; then the lease is left to end. */
    private static final int MOST_RECORDINGS = 5;

    private final AsyncActionStore store;
    private final Map<String, ActionDefinition> actions;
    private final Leases leases;
    private final ExecutorService handlers;
    private final ScheduledExecutorService clock;
    private final Runnable atEnd;
    private volatile boolean begins = true;
    private volatile boolean interrupting;

    /**
     * @param handlers runs handlers and waits for the store
     * @param atEnd is run for each claim when nothing more happens to it here
     */
    Deliveries(
            AsyncActionStore store,
            Map<String, ActionDefinition> actions,
            Leases leases,
            ExecutorService handlers,
            ScheduledExecutorService clock,
            Runnable atEnd) {
        this.store = store;
        this.actions = actions;
        this.leases = leases;
        this.handlers = handlers;
        this.clock = clock;
        this.atEnd = atEnd;
    }

    void takeUp(AsyncActionClaim claim) {
        leases.add(claim);
        handlers.execute(() -> deliver(claim));
    }

    /** From here on, no handler begins: what was taken up is given back. */
    void beginNoMore() {
        begins = false;
    }

    /** From here on, the failure of a handler is that of its interruption. */
    void interrupt() {
        interrupting = true;
        handlers.shutdownNow();
    }

    private void deliver(AsyncActionClaim claim) {
        if (!begins) {
            giveBack(claim);
            return;
        }
        ActionDefinition action =
                Objects.requireNonNull(actions.get(claim.request().action()), "action");
        Outcome undelivered = Outcome.undelivered(claim, policy(action));
        if (undelivered != null) {
            record(claim, undelivered, 1);
            return;
        }
        try {
            Object answer = handler(action).handle(DeliveredCall.of(claim));
            if (answer instanceof CompletionStage<?> stage) {
                var unused = stage.whenCompleteAsync((value, error) -> settle(claim, action, value, error), handlers);
            } else {
                settle(claim, action, answer, null);
            }
        } catch (Throwable e) { // whatever a handler throws, its slot must come free again
            settle(claim, action, null, e);
        }
    }

    static AsyncPolicy policy(ActionDefinition action) {
        return Objects.requireNonNull(action.asynchronous(), "asynchronous");
    }

    private static ActionHandler handler(ActionDefinition action) {
        return Objects.requireNonNull(action.handler(), "handler");
    }

    private void settle(
            AsyncActionClaim claim, ActionDefinition action, @Nullable Object answer, @Nullable Throwable error) {
        if (interrupting && error != null) {
            giveBack(claim);
        } else {
            record(claim, Outcome.of(claim, action, answer, error), 1);
        }
    }

    private void record(AsyncActionClaim claim, Outcome outcome, int attempt) {
        try {
            if (!outcome.record(store, claim)) {
                LOG.warn("Action {} is no longer held; what its handler gave is ignored", claim);
            }
        } catch (RuntimeException e) {
            LOG.error("What became of action {} could not be stored", claim, e);
            if (attempt < MOST_RECORDINGS && !clock.isShutdown()) {
                Runnable again = () -> handlers.execute(() -> record(claim, outcome, attempt + 1));
                var unused = clock.schedule(again, 1, TimeUnit.SECONDS);
                return;
            }
        }
        end(claim);
    }

    private void giveBack(AsyncActionClaim claim) {
        try {
            store.release(claim.lease());
        } catch (RuntimeException e) {
            LOG.warn("Action {} could not be given back, and waits for the end of its lease", claim, e);
        }
        end(claim);
    }

    private void end(AsyncActionClaim claim) {
        leases.remove(claim);
        atEnd.run();
    }
}
