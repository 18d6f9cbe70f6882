package dev.dovetail.jooq.internal.lookup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The servers behind databases that did not answer a moment ago, which are left alone for a second: each attempt costs as
 * much as several answers, since what other servers have begun for it must be cancelled.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class DownServers {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Server, Failure> failures = new ConcurrentHashMap<>();

    /**
     * A server.
     *
     * @param database the URL of the database that asks it
     * @param number by which the database knows it
     */
    record Server(String database, long number) {}

    private record Failure(RuntimeException cause, long time) {}

    /** Whether all may be asked. */
    boolean isEmpty() {
        long now = System.nanoTime();
        failures.values().removeIf(failure -> now - failure.time() > NANOS);
        return failures.isEmpty();
    }

    void add(Server server, RuntimeException cause) {
        failures.put(server, new Failure(cause, System.nanoTime()));
    }

    /** How a server failed a moment ago; null if it may be asked. */
    @Nullable
    RuntimeException failureOf(Server server) {
        Failure failure = failures.get(server);
        return failure == null ? null : failure.cause();
    }
}
