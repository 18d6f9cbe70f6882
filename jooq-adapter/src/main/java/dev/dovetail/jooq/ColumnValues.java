package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.EnumType;
import org.jooq.impl.DefaultConverterProvider;
import org.jspecify.annotations.Nullable;

/** Values of columns, in the classes that rows have for them and in those that jOOQ has for them. */
final class ColumnValues {

    private static final DefaultConverterProvider CONVERTERS = new DefaultConverterProvider();

    private ColumnValues() {}

    /**
     * A value of a row in a class of jOOQ's or the host's.
     *
     * @throws IllegalArgumentException if jOOQ does not know how
     */
    static <X> X as(Class<X> wanted, Object value, ColumnType type) {
        ColumnType element = type.element();
        return element != null && wanted.isArray() && value instanceof List<?> list
                ? wanted.cast(array(wanted.getComponentType(), list, element))
                : convert(standard(value, type), wanted);
    }

    private static Object array(Class<?> component, List<?> values, ColumnType element) {
        Object array = Array.newInstance(component, values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            Array.set(array, i, value == null ? null : as(component, value, element));
        }
        return array;
    }

    private static Object standard(Object value, ColumnType type) {
        return switch (type.kind()) {
            case JSON -> JsonTree.write(value);
            case BINARY -> Base64.getDecoder().decode((String) value);
            default -> value;
        };
    }

    /** A value of jOOQ's as rows have those of a type. */
    static Object of(ColumnType type, Object value) {
        ColumnKind kind = type.kind();
        return switch (kind) {
            case ARRAY -> list(Objects.requireNonNull(type.element()), value);
            case JSON -> Objects.requireNonNull(JsonTree.read(value.toString()));
            case BINARY -> Base64.getEncoder().encodeToString(convert(value, byte[].class));
            case ENUM -> value instanceof EnumType label ? label.getLiteral() : nameOf(value);
            case TIMESTAMP_WITH_ZONE -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
            default -> convert(value, classOf(kind));
        };
    }

    private static List<@Nullable Object> list(ColumnType element, Object array) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object value = Array.get(array, i);
            list.add(value == null ? null : of(element, value));
        }
        return list;
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
