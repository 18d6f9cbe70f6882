package dev.dovetail.webhook;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What goes around the calls of a webhook: retries, a circuit breaker, a limit of calls at once.
 *
 * <p>The methods of Resilience4j's classes have this shape:
 *
 * <pre>{@code
 * Webhook.post(uri)
 *     .policy(circuitBreaker::executeCompletionStage)
 *     .queryPolicy(retry(Retry.ofDefaults("users"), scheduler))
 * }</pre>
 *
 * <p>An attempt fails with a {@link WebhookException} when there was no answer to read; a refusal of status 4xx is an
 * answer. What a policy itself fails with becomes the error {@code webhook-failed}.
 *
 * <p><b>Thread-safety:</b> policies are used by many requests at once.
 */
@FunctionalInterface
public interface CallPolicy {

    /** Makes the call and nothing else. */
    CallPolicy ONCE = new CallPolicy() {
        @Override
        public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt) {
            return attempt.get();
        }
    };

    /**
     * Makes so many calls at once; further ones wait in line for as long as it takes.
     *
     * @throws IllegalArgumentException if there is to be none
     */
    static CallPolicy atMost(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("At least one call must be possible");
        }
        return new CallLimit(calls);
    }

    /**
     * Makes the call, once, several times or not at all.
     *
     * @param attempt makes the call each time it is asked
     */
    <T> CompletionStage<T> call(Supplier<CompletionStage<T>> attempt);
}
