package dev.dovetail.async;

import org.jspecify.annotations.Nullable;

/**
 * A call that is to be kept until a worker takes it. The documents are texts of JSON that the store gives back as they
 * are, numbers to their last digit.
 *
 * @param action the action's name
 * @param arguments what the client gave, an object
 * @param session the caller, an object
 * @param headers headers of the client's request that the host wants to be kept, an object; null for none
 */
public record AsyncActionRequest(
        String action,
        String arguments,
        String session,
        @Nullable String headers) {}
