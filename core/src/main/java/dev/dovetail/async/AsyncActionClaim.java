package dev.dovetail.async;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that one worker may deliver until its lease ends.
 *
 * @param id the call's id
 * @param lease what the worker names to renew or end its hold; no other claim has the same
 * @param attempt how often the call was claimed, this time included
 * @param leasedAt when the lease began, by the store's clock
 * @param leasedUntil when it ends unless it is renewed
 * @param age how long ago the call was stored, by the store's clock
 * @param request what was stored
 */
public record AsyncActionClaim(
        UUID id,
        UUID lease,
        int attempt,
        Instant leasedAt,
        Instant leasedUntil,
        Duration age,
        AsyncActionRequest request) {

    /** The claim without what the client sent. */
    @Override
    public String toString() {
        return request.action() + " " + id + ", attempt " + attempt;
    }
}
