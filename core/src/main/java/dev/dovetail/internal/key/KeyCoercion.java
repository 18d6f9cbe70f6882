package dev.dovetail.internal.key;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnConversion;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value from an action into a value of the column that it is compared with, or refuses it.
 *
 * <p>Strict, because a lenient conversion matches wrongly or fails the whole batch: {@code "abc"} is no integer, not 0
 * and not null; a number that is out of the column's range does not wrap around; text is not cut off. What is accepted
 * becomes one spelling, so that {@code 1} and {@code "1"}, or a UUID in either case, are one key.
 */
public final class KeyCoercion {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** More digits on either side of the point than any database stores. */
    private static final int MAX_DECIMAL_DIGITS = 1000;

    /** In seconds. */
    private static final int OFFSET_BOUND = 16 * 60 * 60;

    private KeyCoercion() {}

    /** The value as the column stores it, or null when the column cannot take it. */
    public static @Nullable Object coerce(Object value, Column column) {
        ColumnConversion conversion = column.conversion();
        return conversion == null ? coerce(value, column.type()) : converted(value, column, conversion);
    }

    private static @Nullable Object converted(Object value, Column column, ColumnConversion conversion) {
        Object shown = coerce(value, column.shownType());
        Object stored = stored(shown == null ? value : shown, conversion);
        return stored == null ? null : coerce(stored, column.type());
    }

    private static @Nullable Object stored(Object given, ColumnConversion conversion) {
        try {
            return conversion.stored(given);
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    private static @Nullable Object coerce(Object value, ColumnType type) {
        try {
            return spelledAlike(value, type);
        } catch (DateTimeException | ArithmeticException | NumberFormatException refused) {
            return null;
        }
    }

    private static @Nullable Object spelledAlike(Object value, ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> bool(value);
            case SMALLINT -> integer(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> whole(value);
            case DECIMAL -> decimal(value);
            case REAL -> real(value);
            case DOUBLE -> floating(value);
            case TEXT -> text(value);
            case ENUM -> label(value, type);
            case UUID -> uuid(value);
            case DATE -> temporal(value, LocalDate.class, LocalDate::parse);
            case TIME -> temporal(value, LocalTime.class, LocalTime::parse);
            case TIME_WITH_ZONE -> offsetTime(value);
            case TIMESTAMP -> temporal(value, LocalDateTime.class, LocalDateTime::parse);
            case TIMESTAMP_WITH_ZONE -> temporal(atUtc(value), OffsetDateTime.class, KeyCoercion::parseInstant);
            case JSON, BINARY, ARRAY, OTHER -> null;
        };
    }

    private static @Nullable Object bool(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        boolean spelled = "true".equals(value) || "false".equals(value);
        return spelled ? Boolean.valueOf(value.toString()) : null;
    }

    private static @Nullable Integer integer(Object value, int min, int max) {
        Long whole = whole(value);
        return whole == null || whole < min || whole > max ? null : Integer.valueOf(whole.intValue());
    }

    private static @Nullable Long whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.longValueExact();
        }
        if (value instanceof BigDecimal decimal && decimal.scale() <= 0) {
            return decimal.longValueExact();
        }
        return value instanceof String text && INTEGER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static @Nullable BigDecimal decimal(Object value) {
        BigDecimal exact = exact(value);
        if (exact == null) {
            return null;
        }
        BigDecimal one = exact.stripTrailingZeros();
        boolean storable = Math.abs((long) one.precision() - one.scale()) <= MAX_DECIMAL_DIGITS
                && Math.abs(one.scale()) <= MAX_DECIMAL_DIGITS;
        return storable ? one : null;
    }

    private static @Nullable BigDecimal exact(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof String text) {
            return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
        }
        Long whole = whole(value);
        return whole == null ? null : BigDecimal.valueOf(whole);
    }

    private static @Nullable Double floating(Object value) {
        if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            return number + 0.0; // -0.0 and 0.0 are one key
        }
        BigDecimal exact = exact(value);
        if (exact == null) {
            return null;
        }
        double number = exact.doubleValue();
        boolean lost = Double.isInfinite(number) || (number == 0 && exact.signum() != 0);
        return lost ? null : number;
    }

    private static @Nullable Float real(Object value) {
        Double number = value instanceof Float single ? Double.valueOf(single) : floating(value);
        if (number == null) {
            return null;
        }
        float single = number.floatValue() + 0.0f;
        boolean lost = Float.isInfinite(single) || Float.isNaN(single) || (single == 0 && number != 0);
        return lost ? null : single;
    }

    /** The text that a database can store, or null when the value is none. */
    public static @Nullable String text(Object value) {
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof UUID) {
            String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
            return isStorable(text) ? text : null;
        }
        if (value instanceof BigInteger) {
            return value.toString();
        }
        Long whole = whole(value);
        return whole == null ? null : whole.toString();
    }

    /** No database stores the character NUL in text, and half a surrogate pair has no encoding. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static @Nullable String label(Object value, ColumnType type) {
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        return type.labels().contains(text) ? text : null;
    }

    private static @Nullable UUID uuid(Object value) {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        return value instanceof String text && UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private static <T extends TemporalAccessor> @Nullable T temporal(
            Object value, Class<T> type, Function<String, T> parser) {
        T temporal;
        if (type.isInstance(value)) {
            temporal = type.cast(value);
        } else if (value instanceof String text) {
            temporal = parser.apply(text);
        } else {
            return null;
        }
        return isStorable(temporal) ? temporal : null;
    }

    /** Offsets are bounded more tightly by databases than by Java, which knows eighteen hours. */
    private static @Nullable OffsetTime offsetTime(Object value) {
        OffsetTime time = temporal(value, OffsetTime.class, OffsetTime::parse);
        return time == null || Math.abs(time.getOffset().getTotalSeconds()) >= OFFSET_BOUND ? null : time;
    }

    /** Four-digit years, which every database takes, and no part of a microsecond, which would be rounded. */
    private static boolean isStorable(TemporalAccessor temporal) {
        boolean year = !temporal.isSupported(ChronoField.YEAR)
                || (temporal.get(ChronoField.YEAR) >= 1 && temporal.get(ChronoField.YEAR) <= 9999);
        boolean micros = !temporal.isSupported(ChronoField.NANO_OF_SECOND)
                || temporal.get(ChronoField.NANO_OF_SECOND) % 1000 == 0;
        return year && micros;
    }

    private static Object atUtc(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static OffsetDateTime parseInstant(String text) {
        return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
