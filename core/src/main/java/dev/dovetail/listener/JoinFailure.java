package dev.dovetail.listener;

import dev.dovetail.error.ErrorCode;
import java.time.Duration;
import java.util.List;

/**
 * Why a batch has no rows. Without the exception itself, whose message may tell values; Dovetail logs it.
 *
 * @param code that the fields show
 * @param cause the class of the exception
 * @param cancelled whether it was given up because the request was cancelled
 * @param statements see {@link JoinResult#statements()}; the last one may be the one that failed
 * @param time from the start of the batch until it failed
 */
public record JoinFailure(
        ErrorCode code, Class<? extends Throwable> cause, boolean cancelled, List<String> statements, Duration time) {

    public JoinFailure {
        statements = List.copyOf(statements);
    }
}
