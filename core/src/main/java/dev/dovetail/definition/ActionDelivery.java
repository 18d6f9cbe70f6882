package dev.dovetail.definition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One delivery of an asynchronous action's call to its handler. There may be several of the same call: a handler that
 * must not act twice remembers the id.
 *
 * @param id the call's id, the same at every delivery: the idempotency key
 * @param attempt how often the call was taken up, this time included; a crash of the worker counts
 * @param leasedAt since when this delivery is the only one, by the store's clock
 * @param leasedUntil how long it is unless it is renewed, as it is while the handler runs
 * @param headers headers of the client's request that the host had stored; empty for none
 */
public record ActionDelivery(
        UUID id, int attempt, Instant leasedAt, Instant leasedUntil, Map<String, List<String>> headers) {

    /** Keeps a copy of the headers. */
    public ActionDelivery {
        headers = Map.copyOf(headers);
    }
}
