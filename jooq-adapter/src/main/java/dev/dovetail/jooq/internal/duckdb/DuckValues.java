package dev.dovetail.jooq.internal.duckdb;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as texts, which DuckDB casts to their types.
 *
 * @param type the type of values
 */
record DuckValues(ColumnType type) implements BindType {

    /** With an offset that is never spelled Z, which DuckDB does not know. */
    private static final DateTimeFormatter TIMES = new DateTimeFormatterBuilder()
            .optionalStart()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("HH:mm:ss")
            .appendFraction(NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "+00:00")
            .toFormatter();

    /** Lists of values as one document of texts. */
    static BindType list(ColumnType type) {
        return values -> {
            List<@Nullable String> texts = new ArrayList<>();
            ((List<?>) values).forEach(value -> texts.add(of(type, value)));
            return JsonTree.write(texts);
        };
    }

    @Override
    @SuppressWarnings("NullAway") // a parameter may be null
    public String text(Object value) {
        return of(type, value);
    }

    private static @Nullable String of(ColumnType type, Object value) {
        return switch (type.kind()) {
            case DECIMAL -> decimal(type, (BigDecimal) value);
            case TIME, TIMESTAMP, TIME_WITH_ZONE, TIMESTAMP_WITH_ZONE -> time(type, (TemporalAccessor) value);
            default -> value.toString();
        };
    }

    /** Null if the type has no such time. */
    private static @Nullable String time(ColumnType type, TemporalAccessor value) {
        boolean exact = type.databaseType().endsWith("_ns") || value.get(NANO_OF_SECOND) % 1_000 == 0;
        return exact ? TIMES.format(value) : null;
    }

    /** Null if the type has no such number, which no column equals then: a cast would round it, or fail for all keys. */
    private static @Nullable String decimal(ColumnType type, BigDecimal value) {
        BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return DuckNumbers.has(type, exact) ? exact.toPlainString() : null;
    }
}
