package dev.dovetail.jooq.internal.standby;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;

/** Waits for a standby to come to a position, but not for ever. PostgreSQL has nothing to be told by, so it is asked. */
final class ReplayWait {

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final LogPosition position;
    private final long end;

    /** Begins now. */
    ReplayWait(LogPosition position, Duration atMost) {
        this.position = position;
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /** Whether the standby is there in time; asked once at least. */
    boolean isOver(DSLContext standby) {
        long pause = SHORTEST_PAUSE;
        while (!PostgresWal.hasReplayed(standby, position)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            sleep(Math.min(pause, left));
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
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
