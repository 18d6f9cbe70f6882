package dev.dovetail.webhook;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action's handler behind a REST service, with the request and answer that Hasura's actions use.
 *
 * <p>The call is a POST of JSON: {@code {"action": {"name"}, "input", "session_variables", "request_query"}}. An answer
 * of status 2xx is the action's result. One of status 4xx with {@code {"message", "extensions"}} refuses the call with
 * that error. Anything else, and a service that cannot be reached or is late, gives a coded error that tells the client
 * nothing about the service; the details go to the log. Redirects are not followed.
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
    private final Duration timeout;
    private final Map<String, String> headers;
    private final HttpClient client;
    private final Executor executor;

    private Webhook(Builder builder) {
        this.uri = builder.uri;
        this.timeout = builder.timeout;
        this.headers = Map.copyOf(builder.headers);
        this.executor = builder.executor != null ? builder.executor : WebhookThreads.shared();
        this.client = builder.client != null ? builder.client : WebhookThreads.client();
    }

    /** Begins a webhook that is called at this address, {@code http} or {@code https}. */
    public static Builder post(URI uri) {
        return new Builder(uri);
    }

    @Override
    public CompletionStage<@Nullable Object> handle(ActionCall call) {
        HttpRequest request = request(WebhookPayload.of(call));
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        // The request's own timeout ends with the headers; a body may trickle for ever.
        return answer.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, error) -> answer.cancel(true)) // of an answer in time, nothing is left
                .handleAsync((response, error) -> result(call, response, error), executor);
    }

    private HttpRequest request(byte[] payload) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(payload));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private @Nullable Object result(
            ActionCall call, @Nullable HttpResponse<byte[]> response, @Nullable Throwable error) {
        if (response != null) {
            return WebhookAnswer.read(call.action(), response.statusCode(), response.body());
        }
        Throwable cause = error == null ? null : Causes.of(error);
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            LOG.error("Action {}: the webhook gave no answer within {}", call.action(), timeout);
            throw new ActionException(
                    "The service behind action " + call.action() + " gave no answer in time",
                    ErrorCode.WEBHOOK_TIMEOUT);
        }
        LOG.error("Action {}: the webhook could not be called", call.action(), cause);
        throw new ActionException(
                "The service behind action " + call.action() + " could not be reached", ErrorCode.WEBHOOK_FAILED);
    }

    /** Builds a {@link Webhook}. Not thread-safe. */
    public static final class Builder {

        private final URI uri;
        private Duration timeout = Duration.ofSeconds(30);
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable HttpClient client;
        private @Nullable Executor executor;

        private Builder(URI uri) {
            this.uri = Objects.requireNonNull(uri, "uri");
        }

        /** How long the whole call may take, answer included; 30 seconds by default. */
        public Builder timeout(Duration longest) {
            this.timeout = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /** A header that every call carries, for instance a secret that the service checks. */
        public Builder header(String name, String value) {
            headers.put(name, value);
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
         * @throws IllegalArgumentException if it could never be called: a wrong address, header or timeout
         */
        public Webhook build() {
            Webhook webhook = new Webhook(this);
            webhook.request(new byte[0]);
            return webhook;
        }
    }
}
