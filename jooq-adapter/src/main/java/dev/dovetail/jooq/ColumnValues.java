package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.EnumType;
import org.jooq.impl.DefaultConverterProvider;

/** Values of columns, in the classes that rows have for them and in those that jOOQ has for them. */
final class ColumnValues {

    private static final DefaultConverterProvider CONVERTERS = new DefaultConverterProvider();

    private ColumnValues() {}

    /** A value of a row as jOOQ knows to convert it. */
    static Object standard(Object value, ColumnType type) {
        return switch (type.kind()) {
            case JSON -> JsonTree.write(value);
            case BINARY -> Base64.getDecoder().decode((String) value);
            default -> value;
        };
    }

    /** A value of jOOQ's as rows have those of a kind. */
    static Object of(ColumnKind kind, Object value) {
        return switch (kind) {
            case JSON -> Objects.requireNonNull(JsonTree.read(value.toString()));
            case BINARY -> Base64.getEncoder().encodeToString(convert(value, byte[].class));
            case ENUM -> value instanceof EnumType label ? label.getLiteral() : nameOf(value);
            case TIMESTAMP_WITH_ZONE -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
            default -> convert(value, classOf(kind));
        };
    }

    private static String nameOf(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static Class<?> classOf(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> Boolean.class;
            case SMALLINT, INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case REAL -> Float.class;
            case DOUBLE -> Double.class;
            case UUID -> UUID.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case TIME_WITH_ZONE -> OffsetTime.class;
            case TIMESTAMP -> LocalDateTime.class;
            case TIMESTAMP_WITH_ZONE -> OffsetDateTime.class;
            case ARRAY -> Object.class;
            case TEXT, ENUM, OTHER, JSON, BINARY -> String.class;
        };
    }

    /**
     * As jOOQ converts values.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static <X> X convert(Object value, Class<X> to) {
        return to.isInstance(value) ? to.cast(value) : converted(value, value.getClass(), to);
    }

    private static <V, X> X converted(Object value, Class<V> from, Class<X> to) {
        Converter<V, X> converter = CONVERTERS.provide(from, to);
        X converted = converter == null ? null : converter.from(from.cast(value));
        if (converted == null) {
            throw new IllegalArgumentException("A value of " + from + " is none of " + to);
        }
        return converted;
    }
}
