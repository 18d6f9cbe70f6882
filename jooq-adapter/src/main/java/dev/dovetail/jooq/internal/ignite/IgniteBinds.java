package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;

/**
 * Values as the thin driver carries them. Those that it would carry as moments or in another class are texts, which the
 * node makes the column's type of.
 */
final class IgniteBinds {

    /**
     * A pattern of {@code like}. Ignite refuses an escape in front of characters that need none, and makes of
     * {@code like '%'} a test for null, which is never unknown.
     */
    static final BindType PATTERN = pattern -> {
        String plain = plain(LikePattern.whole(pattern));
        return plain.equals("%") ? "%%" : plain;
    };

    /** A limit or an offset. A node adds the two up as 32-bit numbers. */
    static final BindType NUMBER = ObjectBind.OBJECT.after(number -> Math.min((Long) number, Integer.MAX_VALUE / 2));

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private IgniteBinds() {}

    /** Whether values of a type are what the column holds, so that Ignite can tell by them which node has the row. */
    static boolean areTheColumns(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER, BIGINT, TEXT, UUID -> true;
            default -> false;
        };
    }

    static BindType of(ColumnType type) {
        return areTheColumns(type) ? ObjectBind.OBJECT : value -> text(type, value);
    }

    /** A list of values of a type in one parameter. */
    static BindType listOf(ColumnType type) {
        return new BindType() {
            @Override
            public String text(Object values) {
                return values.toString();
            }

            @Override
            public void set(PreparedStatement statement, int index, Object values) throws SQLException {
                List<?> list = (List<?>) values;
                statement.setObject(
                        index,
                        areTheColumns(type)
                                ? list.toArray()
                                : list.stream()
                                        .map(value -> (Object) IgniteBinds.text(type, value))
                                        .toArray());
            }
        };
    }

    private static String text(ColumnType type, Object value) {
        return switch (type.kind()) {
            case DECIMAL -> value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            case TIME -> value instanceof LocalTime time ? TIME.format(time) : value.toString();
            case TIMESTAMP ->
                value instanceof LocalDateTime moment
                        ? moment.toLocalDate() + " " + TIME.format(moment.toLocalTime())
                        : value.toString();
            case BINARY -> HexFormat.of().formatHex(ObjectBind.bytes(value));
            default -> value.toString();
        };
    }

    private static String plain(String pattern) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char next = pattern.charAt(i);
            if (next == '\\') {
                i++;
                next = pattern.charAt(i);
                plain.append("%_\\".indexOf(next) < 0 ? "" : "\\");
            }
            plain.append(next);
        }
        return plain.toString();
    }
}
