package dev.dovetail.webhook;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads and the client that webhooks share unless they bring their own.
 *
 * <p>The thread that takes an answer goes on with the request and may wait for the database, so it must not be one of
 * the JDK's common pool, which the whole process shares.
 */
final class WebhookThreads {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final ExecutorService SHARED = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dovetail-webhook-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** HTTP/1.1, because servers that do not know the upgrade to 2 may refuse a POST that asks for it. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(SHARED)
            .build();

    private WebhookThreads() {}

    static ExecutorService shared() {
        return SHARED;
    }

    static HttpClient client() {
        return CLIENT;
    }
}
