package dev.dovetail.webhook;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a webhook answered: a result, a refusal, or something that is neither. */
final class WebhookAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswer.class);

    /** Decimals keep every digit. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WebhookAnswer() {}

    /**
     * The result of the action.
     *
     * @throws ActionException if the answer is a refusal or cannot be understood
     */
    static @Nullable Object read(String action, int status, byte[] body) {
        if (status >= 200 && status < 300) {
            return json(action, status, body);
        }
        if (status >= 400 && status < 500) {
            throw refusal(action, status, json(action, status, body));
        }
        LOG.error("Action {}: the webhook answered with status {}", action, status);
        throw new ActionException("The service behind action " + action + " failed", ErrorCode.WEBHOOK_FAILED);
    }

    private static @Nullable Object json(String action, int status, byte[] body) {
        try {
            return MAPPER.readValue(body, Object.class);
        } catch (JacksonException e) {
            LOG.error("Action {}: the webhook's answer of status {} is not JSON", action, status, e);
            throw invalid(action);
        }
    }

    private static ActionException refusal(String action, int status, @Nullable Object body) {
        if (!(body instanceof Map<?, ?> error) || !(error.get("message") instanceof String message)) {
            LOG.error("Action {}: the webhook's answer of status {} has no message", action, status);
            return invalid(action);
        }
        if (error.get("extensions") instanceof Map<?, ?> extensions) {
            return new ActionException(message, strings(extensions));
        }
        Object code = error.get("code");
        return code instanceof String text
                ? new ActionException(message, Map.of("code", text))
                : new ActionException(message);
    }

    private static ActionException invalid(String action) {
        return new ActionException(
                "The service behind action " + action + " gave an answer that cannot be understood",
                ErrorCode.WEBHOOK_ANSWER_INVALID);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, @Nullable Object> strings(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }
}
