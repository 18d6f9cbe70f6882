package dev.dovetail;

import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionRequest;
import dev.dovetail.async.AsyncActionState;
import dev.dovetail.async.AsyncActionStatus;
import dev.dovetail.async.AsyncActionStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A store that keeps nothing, for tests of schemas. */
final class NoCalls implements AsyncActionStore {

    @Override
    public UUID enqueue(AsyncActionRequest request) {
        return UUID.randomUUID();
    }

    @Override
    public AsyncActionState find(UUID id) {
        return null;
    }

    @Override
    public List<AsyncActionClaim> claim(Collection<String> actions, int most, Duration lease) {
        return List.of();
    }

    @Override
    public Set<UUID> renew(Collection<UUID> leases, Duration lease) {
        return Set.of();
    }

    @Override
    public boolean finish(UUID lease, AsyncActionStatus status, String output, String errors) {
        return false;
    }

    @Override
    public boolean retry(UUID lease, Duration delay) {
        return false;
    }

    @Override
    public boolean release(UUID lease) {
        return false;
    }

    @Override
    public boolean cancel(UUID id) {
        return false;
    }
}
