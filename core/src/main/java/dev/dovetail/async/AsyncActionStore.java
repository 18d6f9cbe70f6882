package dev.dovetail.async;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls of asynchronous actions, and hands each to one worker at a time.
 *
 * <p>Its own clock alone decides what is due and which lease has ended, since workers' clocks differ. A hold on a call is
 * named by its lease: what a worker says of a lease that is not the call's any more has no effect.
 *
 * <p>Methods may block, and throw any {@link RuntimeException} when the store cannot be reached.
 *
 * <p><b>Thread-safety:</b> called by many threads, and by many processes on the same data.
 */
public interface AsyncActionStore {

    /**
     * Keeps a call.
     *
     * @return its id, which nobody can guess
     */
    UUID enqueue(AsyncActionRequest request);

    /** What is known of a call, or null when there is none of this id. */
    @Nullable
    AsyncActionState find(UUID id);

    /**
     * Takes calls that are due, or whose lease has ended, the longest due first, and counts one attempt more for each.
     *
     * @param actions the names of the actions to take calls of
     * @param most how many to take
     * @param lease how long the worker may hold them without renewing
     */
    List<AsyncActionClaim> claim(Collection<String> actions, int most, Duration lease);

    /**
     * Lets leases last for this long from now.
     *
     * @return those that still hold their call
     */
    Set<UUID> renew(Collection<UUID> leases, Duration lease);

    /**
     * Ends a call. Headers that were stored with it are forgotten.
     *
     * @param status any that is final
     * @param output the handler's output as JSON, or null when it gave none
     * @param errors the errors for the client as JSON, or null when there is none
     * @return false if the lease holds no call any more: nothing has changed
     */
    boolean finish(UUID lease, AsyncActionStatus status, @Nullable String output, @Nullable String errors);

    /**
     * Puts a call back after an attempt that failed.
     *
     * @param delay how long to wait before the next attempt
     * @return false if the lease holds no call any more
     */
    boolean retry(UUID lease, Duration delay);

    /**
     * Gives a call back that was not delivered: its attempt is not counted.
     *
     * @return false if the lease holds no call any more
     */
    boolean release(UUID lease);

    /**
     * Ends a call that has not ended yet: if it was not delivered, it never is, and if a handler runs, what it gives is
     * ignored.
     *
     * @return false if there is no such call, or it has ended already
     */
    boolean cancel(UUID id);
}
