package dev.dovetail.definition;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of an asynchronous action are delivered, and who may read what became of them.
 *
 * <pre>{@code
 * AsyncPolicy.builder().attempts(10).maxAge(Duration.ofHours(6)).build()
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable, if the host's functions are thread-safe; the builder is not thread-safe.
 */
public final class AsyncPolicy {

    /** What holds where nothing else is said. */
    public static final AsyncPolicy DEFAULT = builder().build();

    /** What a webhook may give one moment and not the next. */
    private static final Set<String> PASSING = Set.of(
            ErrorCode.WEBHOOK_TIMEOUT.code(), ErrorCode.WEBHOOK_FAILED.code(), ErrorCode.WEBHOOK_ANSWER_INVALID.code());

    private final int attempts;
    private final Duration firstDelay;
    private final Duration longestDelay;
    private final @Nullable Duration maxAge;
    private final Predicate<? super Throwable> retryIf;
    private final BiPredicate<? super Session, ? super Session> readableBy;
    private final Function<? super GraphQLContext, ? extends Map<String, List<String>>> headers;

    private AsyncPolicy(Builder builder) {
        this.attempts = builder.attempts;
        this.firstDelay = builder.firstDelay;
        this.longestDelay = builder.longestDelay;
        this.maxAge = builder.maxAge;
        this.retryIf = builder.retryIf;
        this.readableBy = builder.readableBy;
        this.headers = builder.headers;
    }

    /** Begins with what holds where nothing else is said. */
    public static Builder builder() {
        return new Builder();
    }

    /** How often a call may be taken up. */
    public int attempts() {
        return attempts;
    }

    /** How long to wait after so many attempts that failed, one or more. */
    public Duration delayAfter(int failed) {
        Duration delay = firstDelay;
        for (int doubled = 1; doubled < failed && delay.compareTo(longestDelay) < 0; doubled++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }

    /** Whether a call of this age is not delivered any more. */
    public boolean isTooOld(Duration age) {
        return maxAge != null && age.compareTo(maxAge) > 0;
    }

    /** Whether a failure of the handler is worth another attempt. */
    public boolean retries(Throwable failure) {
        return retryIf.test(failure);
    }

    /** Whether a session may read what became of another's call. */
    public boolean isReadable(Session creator, Session reader) {
        return readableBy.test(creator, reader);
    }

    /** The headers of a request that are stored. */
    public Map<String, List<String>> headers(GraphQLContext context) {
        return headers.apply(context);
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof ActionException refusal)
                || (refusal.extensions().get("code") instanceof String code && PASSING.contains(code));
    }

    /** Builds an {@link AsyncPolicy}. Not thread-safe. */
    public static final class Builder {

        private int attempts = 5;
        private Duration firstDelay = Duration.ofSeconds(1);
        private Duration longestDelay = Duration.ofMinutes(5);
        private @Nullable Duration maxAge;
        private Predicate<? super Throwable> retryIf = AsyncPolicy::mayPass;
        private BiPredicate<? super Session, ? super Session> readableBy = Session::equals;
        private Function<? super GraphQLContext, ? extends Map<String, List<String>>> headers = context -> Map.of();

        private Builder() {}

        /** How often a call may be taken up, crashes of workers included; five times by default, at least once. */
        public Builder attempts(int most) {
            this.attempts = Math.max(1, most);
            return this;
        }

        /**
         * How long to wait after an attempt that failed; a second by default, and up to five minutes.
         *
         * @param first after the first one; doubled for each further one
         * @param longest the most
         */
        public Builder backOff(Duration first, Duration longest) {
            this.firstDelay = Objects.requireNonNull(first, "first");
            this.longestDelay = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /**
         * Calls that are older than this when their turn comes are not delivered any more: they end with the error {@code
         * action-expired}. By default, no age is too old.
         */
        public Builder maxAge(Duration oldest) {
            this.maxAge = Objects.requireNonNull(oldest, "oldest");
            return this;
        }

        /**
         * Which failures of the handler are worth another attempt. By default every exception but an
         * {@link ActionException}, by which a handler refuses; a webhook that was not reached, was late or gave no proper
         * answer did not refuse.
         */
        public Builder retryIf(Predicate<? super Throwable> passing) {
            this.retryIf = Objects.requireNonNull(passing, "passing");
            return this;
        }

        /**
         * Who may read what became of a call; by default those whose session equals that of the call. Nobody else learns
         * that there is one. The call's session is as JSON has it, and so is the reader's here: a UUID is a text, an
         * enumeration's constant its name.
         *
         * @param rule takes the session of the call and that of the reader
         */
        public Builder readableBy(BiPredicate<? super Session, ? super Session> rule) {
            this.readableBy = Objects.requireNonNull(rule, "rule");
            return this;
        }

        /**
         * Stores headers of the client's request with its call, for the handler; a webhook that forwards client headers
         * sends them on. By default there are none: they may be secrets, which everybody can read who can read the store.
         * They are deleted when the call ends.
         */
        public Builder storeHeaders(Function<? super GraphQLContext, ? extends Map<String, List<String>>> chosen) {
            this.headers = Objects.requireNonNull(chosen, "chosen");
            return this;
        }

        /** The policy. */
        public AsyncPolicy build() {
            return new AsyncPolicy(this);
        }
    }
}
