package dev.dovetail.jooq.internal.sqlite;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Values as SQLite stores them: integers of 64 bits, doubles, texts and bytes.
 *
 * @param type of the column that they are compared with, whose affinity SQLite applies
 */
record SqliteValues(ColumnType type) implements BindType {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();

    /** A value as a parameter. */
    static BindType one(ColumnType type) {
        return type.kind() == ColumnKind.BINARY ? ObjectBind.BYTES : new SqliteValues(type);
    }

    /** A list of values as one document; bytes are their digits in it. */
    static BindType list(ColumnType type) {
        return values -> JsonTree.write(
                ((List<?>) values).stream().map(value -> stored(type, value)).toList());
    }

    /** Lists with a value for each of these types, as one document. */
    static BindType rows(List<ColumnType> types) {
        return rows -> JsonTree.write(((List<?>) rows)
                .stream().map(row -> row(types, (List<?>) row)).toList());
    }

    private static List<Object> row(List<ColumnType> types, List<?> values) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            row.add(stored(types.get(i), values.get(i)));
        }
        return row;
    }

    @Override
    public String text(Object value) {
        return stored(type, value).toString();
    }

    @Override
    public void set(PreparedStatement statement, int index, Object value) throws SQLException {
        Object stored = stored(type, value);
        if (stored instanceof Long number) {
            statement.setLong(index, number);
        } else if (stored instanceof Double number) {
            statement.setDouble(index, number);
        } else {
            statement.setString(index, (String) stored);
        }
    }

    /** A {@link Long}, a {@link Double} or a {@link String}. */
    private static Object stored(ColumnType type, Object value) {
        return switch (type.kind()) {
            case BOOLEAN -> Boolean.TRUE.equals(value) ? 1L : 0L;
            case SMALLINT, INTEGER, BIGINT -> ((Number) value).longValue();
            case REAL, DOUBLE -> ((Number) value).doubleValue();
            case DECIMAL -> SqliteSums.isSum(type) ? SqliteSums.text((BigDecimal) value) : number((BigDecimal) value);
            case TIME -> TIME.format((TemporalAccessor) value);
            case TIMESTAMP -> TIMESTAMP.format((TemporalAccessor) value);
            case BINARY -> HexFormat.of().formatHex(ObjectBind.bytes(value));
            default -> value.toString();
        };
    }

    /** As a column that is no text would keep it. */
    private static Object number(BigDecimal value) {
        boolean isLong = value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return isLong ? (Object) value.longValueExact() : (Object) value.doubleValue();
    }
}
