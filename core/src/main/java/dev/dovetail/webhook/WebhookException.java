package dev.dovetail.webhook;

import dev.dovetail.error.ErrorCode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call of a webhook that brought no answer to read: what a {@link CallPolicy} sees, to try again or to count it.
 *
 * <p>A refusal of status 4xx is an answer. Clients never see this exception's message.
 */
public final class WebhookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;

    private WebhookException(ErrorCode code, int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.status = status;
    }

    static WebhookException of(ErrorCode code, String message, @Nullable Throwable cause) {
        return new WebhookException(code, 0, message, cause);
    }

    static WebhookException ofStatus(int status) {
        return new WebhookException(ErrorCode.WEBHOOK_FAILED, status, "it answered with status " + status, null);
    }

    /** The code that the client's error will have. */
    public ErrorCode code() {
        return code;
    }

    /** The HTTP status, if there was an answer. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
