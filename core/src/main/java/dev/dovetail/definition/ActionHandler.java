package dev.dovetail.definition;

import org.jspecify.annotations.Nullable;

/**
 * The custom logic behind an action, in this process or behind a webhook.
 *
 * <p>The answer may be a {@link java.util.Map}, a record, a bean, a Jackson tree, a scalar, a list of these, null, or a
 * {@link java.util.concurrent.CompletionStage} of any of them. A handler refuses a call by throwing a
 * {@link dev.dovetail.error.ActionException} (or completing with one); any other exception gives the client a neutral
 * error with the code {@code action-failed} and goes to the log.
 *
 * <p><b>Thread-safety:</b> handlers are called by many requests at once.
 */
@FunctionalInterface
public interface ActionHandler {

    /** Answers one call. */
    @Nullable
    Object handle(ActionCall call) throws Exception;
}
