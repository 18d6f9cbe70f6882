package dev.dovetail.internal.join;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the catalog read again when a lookup finds that a table has changed.
 *
 * <p>On a thread of its own: on that of the request, it would wait for one more connection while it may hold the only one,
 * and would read the catalog inside a transaction of the host's.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class CatalogWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogWatch.class);

    private final @Nullable Duration pause;
    private final AtomicLong last;
    private volatile Runnable refresh = () -> {};

    /**
     * @param pause the least time from one reading to the next, or null where nothing is read without being asked for
     */
    public CatalogWatch(@Nullable Duration pause) {
        this.pause = pause;
        this.last = new AtomicLong(System.nanoTime() - (pause == null ? 0 : pause.toNanos()));
    }

    /** Says what reads the catalog. */
    public void refreshBy(Runnable reading) {
        this.refresh = reading;
    }

    /** A lookup found that a table has changed. */
    void tableChanged() {
        long now = System.nanoTime();
        long before = last.get();
        if (pause != null && now - before >= pause.toNanos() && last.compareAndSet(before, now)) {
            Thread thread = new Thread(this::read, "dovetail-catalog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void read() {
        try {
            refresh.run();
        } catch (RuntimeException e) {
            LOG.error("The catalog could not be refreshed", e);
        }
    }
}
