package dev.dovetail.jooq.internal.standard;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.table.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns as JDBC has them. */
public final class StandardReaders {

    private StandardReaders() {}

    /** What reads values of a type; lists are for a dialect to read. */
    public static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> (rows, index) -> orNull(rows, rows.getBoolean(index));
            case SMALLINT, INTEGER -> (rows, index) -> orNull(rows, rows.getInt(index));
            case BIGINT -> (rows, index) -> orNull(rows, rows.getLong(index));
            case REAL -> (rows, index) -> orNull(rows, rows.getFloat(index));
            case DOUBLE -> (rows, index) -> orNull(rows, rows.getDouble(index));
            case DECIMAL -> ResultSet::getBigDecimal;
            case TEXT, ENUM, OTHER -> ResultSet::getString;
            case UUID -> (rows, index) -> rows.getObject(index, UUID.class);
            case DATE -> (rows, index) -> rows.getObject(index, LocalDate.class);
            case TIME -> (rows, index) -> rows.getObject(index, LocalTime.class);
            case TIME_WITH_ZONE -> (rows, index) -> rows.getObject(index, OffsetTime.class);
            case TIMESTAMP -> (rows, index) -> rows.getObject(index, LocalDateTime.class);
            case TIMESTAMP_WITH_ZONE -> (rows, index) -> rows.getObject(index, OffsetDateTime.class);
            case JSON -> (rows, index) -> JsonTree.read(rows.getString(index));
            case BINARY -> (rows, index) -> base64(rows.getBytes(index));
            case ARRAY -> throw new IllegalArgumentException("No reader for " + type);
        };
    }

    /** What was just read, or null if it was null. */
    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    /** Bytes as Base64. */
    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
