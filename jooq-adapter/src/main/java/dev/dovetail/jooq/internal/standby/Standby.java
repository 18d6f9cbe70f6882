package dev.dovetail.jooq.internal.standby;

import dev.dovetail.jooq.internal.lookup.TreeChoice;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that follows the primary. Once it could not be reached it is left alone for a while; then one lookup tries
 * again, which may wait for a connection in vain, while the others still go elsewhere.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Standby {

    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long REACHED = Long.MIN_VALUE;

    private final String name;
    private final DSLContext dsl;
    private final TreeChoice trees;
    private final AtomicLong nextTry = new AtomicLong(REACHED);

    /**
     * @param name for the log
     * @param trees learns how far away the server is
     */
    public Standby(String name, DSLContext dsl, TreeChoice trees) {
        this.name = name;
        this.dsl = dsl;
        this.trees = trees;
    }

    DSLContext dsl() {
        return dsl;
    }

    TreeChoice trees() {
        return trees;
    }

    /** Whether a lookup should ask this server; if so, it says how that went. */
    boolean isToBeAsked() {
        long then = nextTry.get();
        long now = System.nanoTime();
        return then == REACHED || (now - then >= 0 && nextTry.compareAndSet(then, now + PAUSE));
    }

    void reached() {
        if (nextTry.get() != REACHED && nextTry.getAndSet(REACHED) != REACHED) {
            LOG.info("{} is reached again", name);
        }
    }

    void notReached(RuntimeException failure) {
        if (nextTry.getAndSet(System.nanoTime() + PAUSE) == REACHED) {
            LOG.warn("{} cannot be reached, others are asked instead", name, failure);
        }
    }
}
