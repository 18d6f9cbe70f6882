package dev.dovetail.jooq.internal.sqlite;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.standard.StandardReaders;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns by what is stored in them. The driver would make 0 of a text, and cut large integers.
 */
final class SqliteReaders {

    private SqliteReaders() {}

    static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> (rows, index) -> number(rows, index, value -> exactLong(value) != 0);
            case SMALLINT, INTEGER -> (rows, index) -> number(rows, index, value -> Math.toIntExact(exactLong(value)));
            case BIGINT -> (rows, index) -> number(rows, index, SqliteReaders::exactLong);
            case REAL, DOUBLE -> (rows, index) -> number(rows, index, Number::doubleValue);
            case DECIMAL ->
                SqliteSums.isSum(type) ? SqliteSums::read : (rows, index) -> text(rows, index, BigDecimal::new);
            case UUID -> (rows, index) -> text(rows, index, UUID::fromString);
            case DATE -> (rows, index) -> text(rows, index, LocalDate::parse);
            case TIME -> (rows, index) -> text(rows, index, LocalTime::parse);
            case TIMESTAMP -> (rows, index) -> text(rows, index, text -> LocalDateTime.parse(text.replace(' ', 'T')));
            default -> StandardReaders.of(type);
        };
    }

    private static long exactLong(Number value) {
        return value instanceof Double other ? new BigDecimal(other).longValueExact() : value.longValue();
    }

    private static @Nullable Object number(ResultSet rows, int index, Function<Number, Object> read)
            throws SQLException {
        Object value = rows.getObject(index);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return read.apply(number);
        }
        throw new SQLException("A column of numbers has a value that is none");
    }

    private static @Nullable Object text(ResultSet rows, int index, Function<String, Object> read) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : read.apply(text);
    }
}
