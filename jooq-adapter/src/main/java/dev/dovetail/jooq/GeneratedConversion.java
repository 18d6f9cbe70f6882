package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.standard.GeneratedKinds;
import dev.dovetail.table.ColumnConversion;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.Arrays;
import java.util.Objects;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The converter of a column of a generated class, be it a forced type's, an enumeration's or a binding's.
 *
 * @param converter between what jOOQ reads ({@code T}) and what the host's code has ({@code U})
 * @param stored the column's type
 * @param shownType by the host's class; null where no kind of column has that class, so that clients see what is stored
 */
record GeneratedConversion<T, U>(
        Converter<T, U> converter,
        ColumnType stored,
        @Nullable ColumnType shownType) implements ColumnConversion {

    /** Null where there is no converter, or one whose classes are two of the same date or time. */
    static <T, U> @Nullable ColumnConversion of(Converter<T, U> converter, ColumnType stored) {
        Class<T> read = converter.fromType();
        Class<U> own = converter.toType();
        if (read == own && stored.kind() == ColumnKind.ENUM) {
            return Literals.INSTANCE;
        }
        boolean sameTime = isTime(GeneratedKinds.of(read)) && GeneratedKinds.of(read) == GeneratedKinds.of(own);
        return read == own || sameTime ? null : new GeneratedConversion<>(converter, stored, typeOf(own));
    }

    private static boolean isTime(ColumnKind kind) {
        return switch (kind) {
            case DATE, TIME, TIME_WITH_ZONE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> true;
            default -> false;
        };
    }

    private static @Nullable ColumnType typeOf(Class<?> own) {
        if (own.isEnum()) {
            return ColumnType.enumeration(
                    own.getSimpleName(),
                    Arrays.stream(own.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList());
        }
        ColumnKind kind = GeneratedKinds.of(own);
        if (own.isArray() && kind == ColumnKind.OTHER) {
            ColumnType element = typeOf(own.getComponentType());
            return element == null ? null : ColumnType.arrayOf(element);
        }
        return kind == ColumnKind.OTHER ? null : ColumnType.of(kind, own.getSimpleName());
    }

    @Override
    public @Nullable Object shown(Object value) {
        U own = converter.from(ColumnValues.as(converter.fromType(), value, stored));
        return own == null ? null : ColumnValues.of(Objects.requireNonNull(shownType), own);
    }

    @Override
    public @Nullable Object stored(Object given) {
        Class<U> own = converter.toType();
        if (shownType == null && !own.isInstance(given)) {
            return given;
        }
        T read = converter.to(ColumnValues.convert(given, own));
        return read == null ? null : ColumnValues.of(stored, read);
    }
}
