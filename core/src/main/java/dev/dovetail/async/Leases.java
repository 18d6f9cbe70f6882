package dev.dovetail.async;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leases that a worker holds, and their renewal: one call of the store's for all of them. */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final AsyncActionStore store;
    private final Duration lease;
    private final Duration longestRun;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    Leases(AsyncActionStore store, Duration lease, Duration longestRun) {
        this.store = store;
        this.lease = lease;
        this.longestRun = longestRun;
    }

    void add(AsyncActionClaim claim) {
        held.put(claim.lease(), new Held(claim, System.nanoTime()));
    }

    void remove(AsyncActionClaim claim) {
        held.remove(claim.lease());
    }

    /** Renews all but those of handlers that have run for too long; what is not renewed is another's before long. */
    void renew() {
        List<UUID> leases = held.entrySet().stream()
                .filter(entry -> System.nanoTime() - entry.getValue().since() < longestRun.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        if (leases.isEmpty()) {
            return;
        }
        try {
            Set<UUID> renewed = store.renew(leases, lease);
            leases.stream().filter(each -> !renewed.contains(each)).forEach(this::lose);
        } catch (RuntimeException e) {
            LOG.warn("The leases of {} asynchronous actions could not be renewed", leases.size(), e);
        }
    }

    /** One that was ended since it was listed is not lost. */
    private void lose(UUID lost) {
        Held call = held.remove(lost);
        if (call != null) {
            LOG.warn(
                    "Action {} was cancelled or taken up by another worker; what its handler gives is ignored",
                    call.claim());
        }
    }

    /**
     * @param since by {@link System#nanoTime}
     */
    private record Held(AsyncActionClaim claim, long since) {}
}
