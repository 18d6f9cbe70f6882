package dev.dovetail.async;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call.
 *
 * @param action the action's name
 * @param session who made it, as it was stored
 * @param createdAt when it was stored, by the store's clock
 * @param output what the handler gave, as JSON; null unless it is completed
 * @param errors what the worker tells the client, as a list in JSON; null for nothing
 */
public record AsyncActionState(
        String action,
        String session,
        Instant createdAt,
        AsyncActionStatus status,
        @Nullable String output,
        @Nullable String errors) {

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
        return status != AsyncActionStatus.QUEUED && status != AsyncActionStatus.RUNNING;
    }
}
