package dev.dovetail.webhook;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes one call over HTTP, within its limits of time and size.
 *
 * @param executor goes on with the answer
 */
record WebhookCall(HttpClient client, Duration timeout, long maxResponseBytes, Executor executor) {

    /** The answer, whatever its status; or a {@link WebhookException}. */
    CompletableFuture<WebhookResponse> send(WebhookRequest request) {
        try {
            return send(http(request));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    WebhookException.of(ErrorCode.WEBHOOK_FAILED, "its request cannot be sent", e));
        }
    }

    private CompletableFuture<WebhookResponse> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new LimitedBody(maxResponseBytes));
        // The request's own timeout ends with the headers; a body may trickle for ever.
        return answer.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, error) -> answer.cancel(true)) // of an answer in time, nothing is left
                .handleAsync((response, error) -> response != null ? read(response) : fail(error), executor);
    }

    /**
     * The request as the JDK's client wants it.
     *
     * @throws IllegalArgumentException if it could never be sent
     */
    HttpRequest http(WebhookRequest request) {
        byte[] body = request.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder http =
                HttpRequest.newBuilder(request.uri()).timeout(timeout).method(request.method(), publisher);
        request.headers().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return http.build();
    }

    private WebhookResponse read(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        try {
            return new WebhookResponse(
                    response.statusCode(),
                    Collections.unmodifiableMap(headers),
                    BodyDecoding.decode(response.headers(), response.body(), maxResponseBytes));
        } catch (TooLargeException e) {
            throw tooLarge(e);
        } catch (IOException e) {
            throw WebhookException.of(ErrorCode.WEBHOOK_ANSWER_INVALID, "its answer cannot be decoded", e);
        }
    }

    private WebhookResponse fail(Throwable error) {
        Throwable cause = Causes.of(error);
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            throw WebhookException.of(ErrorCode.WEBHOOK_TIMEOUT, "it gave no answer within " + timeout, null);
        }
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof TooLargeException) {
                throw tooLarge(inner);
            }
        }
        throw WebhookException.of(ErrorCode.WEBHOOK_FAILED, "it could not be called", cause);
    }

    private static WebhookException tooLarge(Throwable cause) {
        return WebhookException.of(ErrorCode.WEBHOOK_ANSWER_TOO_LARGE, String.valueOf(cause.getMessage()), null);
    }
}
