package dev.dovetail.webhook;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDelivery;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import graphql.GraphQLContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action's handler behind a REST service, with the request and answer that Hasura's actions use.
 *
 * <p>The call is a POST of JSON: {@code {"action": {"name"}, "input", "session_variables", "request_query"}}. An answer
 * of status 2xx is the action's result. One of status 4xx with {@code {"message", "extensions"}}, or with a list of such
 * objects as {@code "errors"}, refuses the call with these errors. Anything else, and a service that cannot be reached
 * or is late, gives a coded error that tells the client nothing about the service; the details go to the log. Redirects
 * are not followed.
 *
 * <p>An asynchronous action's {@code request_query} is null, and its header {@code Idempotency-Key} is the call's id, the
 * same at every delivery.
 *
 * <pre>{@code
 * ActionDefinition.mutation("createUser")
 *     .argument("name", "String!")
 *     .returns("UserOutput")
 *     .handler(Webhook.post(URI.create("http://localhost:8090/createUser")).build())
 *     .build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 */
public final class Webhook implements ActionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

    private final URI uri;
    private final WebhookCall http;
    private final HeaderForwarding headers;
    private final @Nullable ClientHeaders clientHeaders;
    private final CallPolicy policy;
    private final CallPolicy queryPolicy;
    private final BiFunction<WebhookRequest, ActionCall, WebhookRequest> requestTransform;
    private final BiFunction<WebhookResponse, ActionCall, WebhookResponse> responseTransform;
    private final BiConsumer<WebhookResponse, ActionCall> listener;

    private Webhook(Builder builder) {
        this.uri = builder.uri;
        this.http = new WebhookCall(
                builder.client != null ? builder.client : WebhookThreads.client(),
                builder.timeout,
                builder.maxResponseBytes,
                builder.executor != null ? builder.executor : WebhookThreads.shared());
        this.headers = new HeaderForwarding(
                Map.copyOf(builder.headers),
                HeaderForwarding.caseless(builder.ignored),
                builder.configuredHeadersFirst || builder.clientHeaders == null);
        this.clientHeaders = builder.clientHeaders;
        this.policy = builder.policy;
        this.queryPolicy = builder.queryPolicy;
        this.requestTransform = builder.requestTransform;
        this.responseTransform = builder.responseTransform;
        this.listener = builder.listener;
    }

    /** Begins a webhook that is called at this address, {@code http} or {@code https}. */
    public static Builder post(URI uri) {
        return new Builder(uri);
    }

    @Override
    public CompletionStage<@Nullable Object> handle(ActionCall call) {
        WebhookRequest request = transformed(call, "Request", () -> requestTransform.apply(request(call), call));
        Supplier<CompletionStage<WebhookResponse>> attempt = () -> attempt(request, call);
        CompletionStage<WebhookResponse> answer = call.operation() == OperationKind.QUERY
                ? policy.call(() -> queryPolicy.call(attempt))
                : policy.call(attempt);
        return answer.handleAsync((response, error) -> result(call, response, error), http.executor());
    }

    private WebhookRequest request(ActionCall call) {
        byte[] payload = WebhookPayload.of(call);
        ActionDelivery delivery = call.delivery();
        return delivery == null
                ? request(clientHeaders(call.environment().getGraphQlContext()), payload)
                : request(clientHeaders == null ? Map.of() : delivery.headers(), payload)
                        .withHeader("Idempotency-Key", delivery.id().toString());
    }

    private Map<String, List<String>> clientHeaders(GraphQLContext context) {
        return clientHeaders == null ? Map.of() : clientHeaders.of(context);
    }

    private WebhookRequest request(Map<String, List<String>> client, byte[] payload) {
        return new WebhookRequest("POST", uri, headers.of(client), payload);
    }

    /** Fails when there is no answer to read, so that a policy learns of it. */
    private CompletionStage<WebhookResponse> attempt(WebhookRequest request, ActionCall call) {
        return http.send(request).thenApply(response -> {
            listener.accept(response, call);
            WebhookResponse changed = transformed(call, "Response", () -> responseTransform.apply(response, call));
            boolean answered = changed.status() / 100 == 2 || changed.status() / 100 == 4;
            if (!answered) {
                throw WebhookException.ofStatus(changed.status());
            }
            return changed;
        });
    }

    private static <T> T transformed(ActionCall call, String what, Supplier<T> transform) {
        try {
            return transform.get();
        } catch (RuntimeException e) {
            LOG.error("Action {}: the transform of the webhook's {} failed", call.action(), what, e);
            throw new ActionException(what + " Transformation Failed", ErrorCode.WEBHOOK_TRANSFORM_FAILED);
        }
    }

    private static @Nullable Object result(
            ActionCall call, @Nullable WebhookResponse response, @Nullable Throwable error) {
        if (response == null) {
            throw WebhookAnswer.failure(
                    call.action(), error == null ? new IllegalStateException("The policy gave no answer") : error);
        }
        return WebhookAnswer.read(call.action(), response);
    }

    /** Builds a {@link Webhook}. Not thread-safe. */
    public static final class Builder {

        private final URI uri;
        private Duration timeout = Duration.ofSeconds(30);
        private long maxResponseBytes = 64L << 20;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable ClientHeaders clientHeaders;
        private Collection<String> ignored = HeaderForwarding.IGNORED;
        private boolean configuredHeadersFirst;
        private CallPolicy policy = CallPolicy.ONCE;
        private CallPolicy queryPolicy = CallPolicy.ONCE;
        private BiFunction<WebhookRequest, ActionCall, WebhookRequest> requestTransform = (request, call) -> request;
        private BiFunction<WebhookResponse, ActionCall, WebhookResponse> responseTransform =
                (response, call) -> response;
        private BiConsumer<WebhookResponse, ActionCall> listener = (response, call) -> {};
        private @Nullable HttpClient client;
        private @Nullable Executor executor;

        private Builder(URI uri) {
            this.uri = Objects.requireNonNull(uri, "uri");
        }

        /** How long a call may take, answer included; 30 seconds by default. Each attempt of a policy has as long. */
        public Builder timeout(Duration longest) {
            this.timeout = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /**
         * How many bytes an answer may have, decompressed; 64 MiB by default. A longer one is not read to its end and
         * gives the error {@code webhook-answer-too-large}.
         */
        public Builder maxResponseBytes(long most) {
            this.maxResponseBytes = most;
            return this;
        }

        /** A header that every call carries, for instance a secret that the service checks. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /**
         * A header that every call carries, with its value from a variable of the process's environment.
         *
         * @throws IllegalArgumentException if there is no such variable
         */
        public Builder headerFromEnvironment(String name, String variable) {
            String value = System.getenv(variable);
            if (value == null) {
                throw new IllegalArgumentException(
                        "Header " + name + ": the environment has no variable " + variable + "; set it");
            }
            return header(name, value);
        }

        /**
         * Sends the client's headers on, as Hasura does: without those that concern the client's own connection and
         * body, and without any {@code x-hasura-} header; {@code Host}, {@code User-Agent} and {@code Origin} as
         * {@code X-Forwarded-}. A client's header wins over Dovetail's, and that over a configured one.
         */
        public Builder forwardClientHeaders(ClientHeaders source) {
            this.clientHeaders = Objects.requireNonNull(source, "source");
            return this;
        }

        /** Which of the client's headers are not sent on, instead of those that Hasura leaves out. */
        public Builder ignoredClientHeaders(Collection<String> names) {
            this.ignored = List.copyOf(names);
            return this;
        }

        /** Turns the precedence round: a configured header wins over Dovetail's, and that over the client's. */
        public Builder configuredHeadersFirst() {
            this.configuredHeadersFirst = true;
            return this;
        }

        /** What goes around every call, for instance a circuit breaker; see {@link CallPolicy}. */
        public Builder policy(CallPolicy aroundCalls) {
            this.policy = Objects.requireNonNull(aroundCalls, "aroundCalls");
            return this;
        }

        /**
         * What goes around the calls of actions that are queries, for instance retries: a mutation that is tried again
         * may have been done before. Stands within {@link #policy}.
         */
        public Builder queryPolicy(CallPolicy aroundQueries) {
            this.queryPolicy = Objects.requireNonNull(aroundQueries, "aroundQueries");
            return this;
        }

        /**
         * Changes what is sent. A transform that throws gives the error {@code webhook-transform-failed}, and nothing is
         * sent.
         */
        public Builder transformRequest(BiFunction<WebhookRequest, ActionCall, WebhookRequest> transform) {
            this.requestTransform = Objects.requireNonNull(transform, "transform");
            return this;
        }

        /**
         * Changes what was answered, whatever its status, before it is read. A transform that throws gives the error
         * {@code webhook-transform-failed}.
         */
        public Builder transformResponse(BiFunction<WebhookResponse, ActionCall, WebhookResponse> transform) {
            this.responseTransform = Objects.requireNonNull(transform, "transform");
            return this;
        }

        /**
         * Hears every answer as it came, whatever its status; for hosts that hand the service's headers or cookies on to
         * the client, by way of the {@linkplain ActionCall#environment() environment}'s context.
         */
        public Builder onResponse(BiConsumer<WebhookResponse, ActionCall> responseListener) {
            this.listener = Objects.requireNonNull(responseListener, "responseListener");
            return this;
        }

        /** The client that makes the calls, instead of one of Dovetail's: for proxies and certificates. */
        public Builder client(HttpClient httpClient) {
            this.client = httpClient;
            return this;
        }

        /**
         * What goes on with the request once the answer is there, lookups included, instead of Dovetail's own daemon
         * threads.
         */
        public Builder executor(Executor answers) {
            this.executor = answers;
            return this;
        }

        /**
         * The webhook.
         *
         * @throws IllegalArgumentException if it could never be called: a wrong address, header, timeout or size
         */
        public Webhook build() {
            if (maxResponseBytes <= 0 || maxResponseBytes > Integer.MAX_VALUE - 8L) {
                throw new IllegalArgumentException("maxResponseBytes must be between 1 and 2 GiB");
            }
            Webhook webhook = new Webhook(this);
            webhook.http.http(webhook.request(Map.of(), new byte[0]));
            return webhook;
        }
    }
}
