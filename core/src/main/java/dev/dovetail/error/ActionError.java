package dev.dovetail.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the errors by which an action's handler refuses a call.
 *
 * @param message for the client
 * @param extensions what the error's {@code extensions} hold, as they are; values may be null
 */
public record ActionError(String message, Map<String, @Nullable Object> extensions) {

    /** Keeps a copy of the extensions. */
    public ActionError {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }
}
