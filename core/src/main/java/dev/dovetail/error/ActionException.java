package dev.dovetail.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an action's handler, or a remote relationship's loader, to refuse a call with an error that is meant for the
 * client.
 *
 * <p>The message and the extensions become the GraphQL error on the field. Any other exception gives a neutral message,
 * because it may hold what no client should read.
 *
 * <pre>{@code
 * throw new ActionException("That name is taken", Map.of("code", "name-taken"));
 * }</pre>
 */
public final class ActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // exceptions of this kind do not travel between processes
    private final transient List<ActionError> errors;

    /** A refusal with the code {@code action-rejected}. */
    public ActionException(String message) {
        this(message, ErrorCode.ACTION_REJECTED);
    }

    /** A refusal with one of Dovetail's own codes. */
    public ActionException(String message, ErrorCode code) {
        this(message, Map.of("code", code.code()));
    }

    /**
     * A refusal with extensions.
     *
     * @param extensions what the error's {@code extensions} hold, as they are; values may be null
     */
    public ActionException(String message, Map<String, ? extends @Nullable Object> extensions) {
        this(List.of(new ActionError(message, new LinkedHashMap<>(extensions))));
    }

    /**
     * A refusal for several reasons, each an error of its own.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ActionException(List<ActionError> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    private static String message(List<ActionError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs an error");
        }
        return errors.get(0).message();
    }

    /** The errors, at least one. */
    public List<ActionError> errors() {
        return errors;
    }

    /** What the first error's {@code extensions} hold. */
    public Map<String, @Nullable Object> extensions() {
        return errors.get(0).extensions();
    }
}
