package dev.dovetail.jooq.internal.standby;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Asks PostgreSQL how far its write-ahead log has come. */
final class PostgresWal {

    private static final String SYSTEM = "(select system_identifier from pg_catalog.pg_control_system())";

    /** Where the next record goes: behind all that is committed, even where commits do not wait for the disk. */
    private static final String WRITTEN = "select " + SYSTEM + " as system,"
            + " (pg_catalog.pg_current_wal_insert_lsn() - '0/0')::bigint as position,"
            + " pg_catalog.current_setting('wal_block_size')::bigint as page,"
            + " pg_catalog.pg_size_bytes(pg_catalog.current_setting('wal_segment_size')) as segment";

    /** A server that is no standby any more may have a log of its own. */
    private static final String REPLAYED = "select " + SYSTEM + " as system, pg_catalog.pg_is_in_recovery()"
            + " and coalesce(pg_catalog.pg_last_wal_replay_lsn() - '0/0' >= {0}, false) as replayed";

    private static final long HEADER = 24;
    private static final long HEADER_OF_SEGMENT = 40;

    private PostgresWal() {}

    /** How far a primary has written. */
    static LogPosition written(DSLContext primary) {
        Record row = primary.fetchSingle(WRITTEN);
        long position = row.get("position", long.class);
        long page = row.get("page", long.class);
        long segment = row.get("segment", long.class);
        return new LogPosition(row.get("system", long.class), endOfRecord(position, page, segment));
    }

    /**
     * Behind a record that fills its page, the next one goes behind the next page's header; but a standby that has replayed
     * the former says it is at the end of its page.
     */
    static long endOfRecord(long position, long page, long segment) {
        long header = position % segment < page ? HEADER_OF_SEGMENT : HEADER;
        return position % page == header ? position - header : position;
    }

    /**
     * Whether a standby has replayed the log up to a position.
     *
     * @throws IllegalStateException if the position is in another log
     */
    static boolean hasReplayed(DSLContext standby, LogPosition position) {
        Record row = standby.fetchSingle(REPLAYED, DSL.val(position.bytes()));
        if (row.get("system", long.class) != position.system()) {
            throw new IllegalStateException("The WAL position is none of these servers: " + position);
        }
        return row.get("replayed", boolean.class);
    }
}
