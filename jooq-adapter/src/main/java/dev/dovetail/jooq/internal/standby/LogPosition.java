package dev.dovetail.jooq.internal.standby;

/**
 * A place in the write-ahead log of a primary.
 *
 * @param system what tells the servers that have copied from each other from all others
 * @param bytes how long the log was
 */
public record LogPosition(long system, long bytes) {

    /** What no standby ever comes to. */
    public static final LogPosition PRIMARY = new LogPosition(0, Long.MAX_VALUE);
}
