package dev.dovetail.async;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.error.ActionError;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.tree.JsonText;
import dev.dovetail.internal.tree.StoredCall;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a delivery comes to.
 *
 * @param status final, or {@link AsyncActionStatus#QUEUED} for another attempt
 * @param delay before that attempt
 */
record Outcome(
        AsyncActionStatus status,
        @Nullable String output,
        @Nullable String errors,
        Duration delay) {

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    /** What a claim comes to without a delivery, or null when it is to be delivered. */
    static @Nullable Outcome undelivered(AsyncActionClaim claim, AsyncPolicy policy) {
        if (policy.isTooOld(claim.age())) {
            LOG.warn("Action {} has expired", claim);
            return without(AsyncActionStatus.EXPIRED, null);
        }
        if (claim.attempt() > policy.attempts()) {
            LOG.error("Action {} is given up: no attempt has come to an end", claim);
            return failed(
                    ErrorCode.ACTION_ABANDONED, "Action " + claim.request().action() + " was given up");
        }
        return null;
    }

    /** What the handler's answer or failure comes to. */
    static Outcome of(
            AsyncActionClaim claim, ActionDefinition action, @Nullable Object answer, @Nullable Throwable error) {
        return error == null ? ofAnswer(claim, answer) : ofFailure(claim, action, Causes.of(error));
    }

    private static Outcome ofAnswer(AsyncActionClaim claim, @Nullable Object answer) {
        if (answer instanceof DataFetcherResult<?> result) {
            return result.hasErrors() ? refused(result.getErrors()) : ofAnswer(claim, result.getData());
        }
        try {
            return new Outcome(AsyncActionStatus.COMPLETED, JsonText.write(answer), null, Duration.ZERO);
        } catch (RuntimeException e) { // getters of the host's throw what they like
            LOG.error("Action {} gave an answer that is no JSON", claim, e);
            return failed(
                    ErrorCode.ACTION_OUTPUT_INVALID,
                    "The answer of action " + claim.request().action() + " cannot be stored");
        }
    }

    private static Outcome ofFailure(AsyncActionClaim claim, ActionDefinition action, Throwable cause) {
        AsyncPolicy policy = Deliveries.policy(action);
        boolean again = policy.retries(cause);
        if (again && claim.attempt() < policy.attempts()) {
            LOG.warn("Action {} failed, and is tried again", claim, cause);
            return new Outcome(AsyncActionStatus.QUEUED, null, null, policy.delayAfter(claim.attempt()));
        }
        if (cause instanceof ActionException refusal) {
            return without(AsyncActionStatus.FAILED, StoredCall.write(refusal.errors()));
        }
        LOG.error("Action {} failed", claim, cause);
        return failed(ErrorCode.ACTION_FAILED, "Action " + action.name() + " failed");
    }

    private static Outcome refused(List<GraphQLError> errors) {
        return without(
                AsyncActionStatus.FAILED,
                StoredCall.write(errors.stream()
                        .map(error -> new ActionError(error.getMessage(), extensions(error)))
                        .toList()));
    }

    private static Map<String, @Nullable Object> extensions(GraphQLError error) {
        return error.getExtensions() == null ? Map.of() : new LinkedHashMap<>(error.getExtensions());
    }

    private static Outcome failed(ErrorCode code, String message) {
        List<ActionError> errors = List.of(new ActionError(message, Map.of("code", code.code())));
        return without(AsyncActionStatus.FAILED, StoredCall.write(errors));
    }

    private static Outcome without(AsyncActionStatus status, @Nullable String errors) {
        return new Outcome(status, null, errors, Duration.ZERO);
    }

    /** Tells the store; false when the call is held by nobody, or by another worker, any more. */
    boolean record(AsyncActionStore store, AsyncActionClaim claim) {
        return status == AsyncActionStatus.QUEUED
                ? store.retry(claim.lease(), delay)
                : store.finish(claim.lease(), status, output, errors);
    }
}
