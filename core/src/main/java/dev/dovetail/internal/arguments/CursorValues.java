package dev.dovetail.internal.arguments;

import dev.dovetail.internal.key.KeyCoercion;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of rows as cursors hold them: text, or a list of it for an array.
 *
 * <p>Less strict than keys of the host's, because a page must go on behind whatever a database has in a row: infinite
 * dates, numbers that are none, years before Christ, the end of a day.
 */
final class CursorValues {

    private CursorValues() {}

    /** Whether cursors can hold values of a type. A document cannot be told from none: both may be null. */
    static boolean areOf(ColumnType type) {
        return type.element() == null ? type.kind() != ColumnKind.JSON : areOf(type.element());
    }

    static @Nullable Object write(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> written = new ArrayList<>();
            list.forEach(element -> written.add(write(element)));
            return written;
        }
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /**
     * What was written of a value of this type.
     *
     * @throws IllegalArgumentException if it is none
     */
    static @Nullable Object read(@Nullable Object written, ColumnType type) {
        if (written == null) {
            return null;
        }
        return type.kind() == ColumnKind.ARRAY ? array(written, type) : one(written, type);
    }

    /** Arrays of several dimensions are of the same type as those of one. */
    private static List<@Nullable Object> array(Object written, ColumnType type) {
        if (!(written instanceof List<?> list) || type.element() == null) {
            throw new IllegalArgumentException("No array");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object element : list) {
            values.add(element instanceof List<?> ? array(element, type) : read(element, type.element()));
        }
        return values;
    }

    private static Object one(Object written, ColumnType type) {
        if (!(written instanceof String text)) {
            throw new IllegalArgumentException("No text");
        }
        try {
            return parse(text, type);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object parse(String text, ColumnType type) {
        return switch (type.kind()) {
            case DECIMAL -> isNumber(text) ? new BigDecimal(text) : Double.valueOf(text);
            case REAL -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case TIME_WITH_ZONE -> OffsetTime.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text);
            case TIMESTAMP_WITH_ZONE -> OffsetDateTime.parse(text);
            case BINARY, OTHER -> coerced(text, ColumnType.of(ColumnKind.TEXT, ""));
            default -> coerced(text, type);
        };
    }

    private static boolean isNumber(String text) {
        return !text.equals("NaN") && !text.endsWith("Infinity");
    }

    private static Object coerced(String text, ColumnType type) {
        Object value = KeyCoercion.coerce(text, new Column("", type, true, null));
        if (value == null) {
            throw new IllegalArgumentException("No value of the type");
        }
        return value;
    }
}
