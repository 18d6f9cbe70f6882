package dev.dovetail.jooq.internal.standby;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;

/** Waits for a standby to come to a position, but not for ever. PostgreSQL has nothing to be told by, so it is asked. Of one lookup. */
final class ReplayWait {

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final LogPosition position;
    private final long end;
    private long nextPause = SHORTEST_PAUSE;

    /** Begins now. */
    ReplayWait(LogPosition position, Duration atMost) {
        this.position = position;
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /** Whether the standby is there. */
    boolean isOver(DSLContext standby) {
        return PostgresWal.hasReplayed(standby, position);
    }

    /** Lets some time pass; false if there is none left. */
    boolean pause() {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        sleep(Math.min(nextPause, left));
        nextPause = Math.min(2 * nextPause, LONGEST_PAUSE);
        return true;
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a standby was waited for", e);
        }
    }
}
