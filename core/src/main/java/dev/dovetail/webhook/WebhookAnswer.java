package dev.dovetail.webhook;

import dev.dovetail.error.ActionError;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Reads what a webhook answered: a result, a refusal, or something that is neither. The messages are those that clients
 * of Hasura's actions know.
 */
final class WebhookAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswer.class);

    private WebhookAnswer() {}

    /**
     * The result of the action.
     *
     * @throws ActionException if the answer is a refusal or cannot be understood
     */
    static @Nullable Object read(String action, WebhookResponse response) {
        Object json = json(action, response);
        if (response.status() < 300) {
            return json;
        }
        List<ActionError> errors = errors(json);
        if (errors.isEmpty()) {
            LOG.error("Action {}: the webhook's answer of status {} has no message", action, response.status());
            throw invalid();
        }
        throw new ActionException(errors);
    }

    /** What the client hears when there is no answer to read. */
    static ActionException failure(String action, Throwable error) {
        Throwable cause = Causes.of(error);
        if (cause instanceof ActionException refusal) {
            return refusal;
        }
        if (!(cause instanceof WebhookException failure)) {
            LOG.error("Action {}: the webhook was not called", action, cause);
            return new ActionException("http exception when calling webhook", ErrorCode.WEBHOOK_FAILED);
        }
        LOG.error("Action {}: the webhook failed: {}", action, failure.getMessage(), failure.getCause());
        return switch (failure.code()) {
            case WEBHOOK_ANSWER_INVALID -> invalid();
            case WEBHOOK_ANSWER_TOO_LARGE ->
                new ActionException("the response from webhook is too large", failure.code());
            default ->
                new ActionException(
                        failure.status().isPresent() ? "internal error" : "http exception when calling webhook",
                        failure.code());
        };
    }

    private static @Nullable Object json(String action, WebhookResponse response) {
        try {
            return response.json();
        } catch (JacksonException e) {
            LOG.error("Action {}: the webhook's answer of status {} is not JSON", action, response.status(), e);
            throw invalid();
        }
    }

    private static ActionException invalid() {
        return new ActionException("not a valid json response from webhook", ErrorCode.WEBHOOK_ANSWER_INVALID);
    }

    /** Those of a list, of an object's {@code errors}, or the object itself; none if any of them has no message. */
    private static List<ActionError> errors(@Nullable Object json) {
        List<ActionError> errors = new ArrayList<>();
        for (Object element : listed(json)) {
            if (!(element instanceof Map<?, ?> error) || !(error.get("message") instanceof String message)) {
                return List.of();
            }
            errors.add(new ActionError(message, extensions(error)));
        }
        return errors;
    }

    private static List<?> listed(@Nullable Object json) {
        if (json instanceof Map<?, ?> object && object.get("errors") instanceof List<?> list) {
            return list;
        }
        return json instanceof List<?> list ? list : json == null ? List.of() : List.of(json);
    }

    private static Map<String, @Nullable Object> extensions(Map<?, ?> error) {
        if (error.get("extensions") instanceof Map<?, ?> extensions) {
            return strings(extensions);
        }
        return Map.of("code", error.get("code") instanceof String code ? code : ErrorCode.ACTION_REJECTED.code());
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, @Nullable Object> strings(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }
}
