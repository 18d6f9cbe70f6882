package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.standard.StandardReaders;
import dev.dovetail.table.ColumnType;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Reads columns as the thin driver has them: it knows none of the classes of {@code java.time}. */
final class IgniteReaders {

    private IgniteReaders() {}

    static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            case UUID -> (rows, index) -> rows.getObject(index);
            case DATE -> (rows, index) -> date(rows.getDate(index));
            case TIME -> (rows, index) -> time(rows.getTime(index));
            case TIMESTAMP -> (rows, index) -> timestamp(rows.getTimestamp(index));
            default -> StandardReaders.of(type);
        };
    }

    private static @Nullable Object date(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** With the milliseconds, which JDBC's own conversion drops. */
    private static @Nullable Object time(@Nullable Time time) {
        return time == null
                ? null
                : time.toLocalTime().with(ChronoField.MILLI_OF_SECOND, Math.floorMod(time.getTime(), 1000L));
    }

    private static @Nullable Object timestamp(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toLocalDateTime();
    }
}
