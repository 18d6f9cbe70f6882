package dev.dovetail.jooq.internal.lookup;

/**
 * How long a round trip to the database takes: not longer than the fastest of the last lookups.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class RoundTripTime {

    /**
     * Before as many lookups, the fastest may have been slow for other reasons: connections, plans and classes are new.
     * After twice as many at the most, a time that was once reached is forgotten: networks change.
     */
    private static final int MEMORY = 64;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private long fastest = UNKNOWN;
    private long fastestBefore = UNKNOWN;
    private int lookups;

    /** A statement was answered in this time. */
    public synchronized void took(long nanos) {
        if (lookups == MEMORY) {
            fastestBefore = fastest;
            fastest = UNKNOWN;
            lookups = 0;
        }
        lookups++;
        fastest = Math.min(fastest, nanos);
    }

    /** In nanoseconds; 0 as long as it is not known. */
    public synchronized long nanos() {
        return lookups < MEMORY && fastestBefore == UNKNOWN ? 0 : Math.min(fastest, fastestBefore);
    }
}
