package dev.dovetail.jooq.internal.postgres;

import static java.time.temporal.ChronoField.YEAR_OF_ERA;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.InvalidValueException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Values as text that PostgreSQL reads back as the same value, whatever its settings. */
public final class PostgresText {

    /** Java writes large years with a sign, and those before Christ as negative numbers. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern(" HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "+00:00")
            .toFormatter(Locale.ROOT);

    private PostgresText() {}

    /**
     * The text of a value of a type.
     *
     * @throws InvalidValueException if it has none
     */
    static String of(@Nullable ColumnType type, Object value) {
        if (type == null) {
            return scalar(value);
        }
        return switch (type.kind()) {
            case JSON -> json(value);
            case BINARY -> bytes(value);
            case ARRAY -> array(type.element(), (List<?>) value);
            default -> scalar(value);
        };
    }

    /** An array of values of a type. */
    static String array(@Nullable ColumnType element, List<?> values) {
        StringBuilder text = new StringBuilder("{");
        for (Object value : values) {
            text.append(text.length() == 1 ? "" : ",").append(element(element, value));
        }
        return text.append('}').toString();
    }

    private static String element(@Nullable ColumnType type, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        boolean nested = value instanceof List && (type == null || type.kind() != ColumnKind.JSON);
        return nested ? array(type, (List<?>) value) : quoted(of(type, value));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String scalar(Object value) {
        if (value instanceof LocalDate date) {
            return infinite(date, LocalDate.MIN, LocalDate.MAX, DATE);
        }
        if (value instanceof LocalDateTime time) {
            return infinite(time, LocalDateTime.MIN, LocalDateTime.MAX, TIMESTAMP);
        }
        return value instanceof OffsetDateTime time
                ? infinite(time, OffsetDateTime.MIN, OffsetDateTime.MAX, TIMESTAMP)
                : value.toString();
    }

    /** The driver reads what is infinite as the first and the last of Java's. */
    private static String infinite(
            TemporalAccessor value, TemporalAccessor first, TemporalAccessor last, DateTimeFormatter format) {
        if (value.equals(first) || value.equals(last)) {
            return value.equals(first) ? "-infinity" : "infinity";
        }
        boolean beforeChrist = value.get(ChronoField.ERA) == IsoEra.BCE.getValue();
        return format.format(value) + (beforeChrist ? " BC" : "");
    }

    private static String json(Object tree) {
        try {
            return JsonTree.write(tree);
        } catch (JacksonException e) {
            throw new InvalidValueException(e);
        }
    }

    private static String bytes(Object base64) {
        try {
            return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(base64.toString()));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(e);
        }
    }
}
