package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How PostgreSQL's driver takes values.
 *
 * <p>Where it has a type of its own for them, that is said: for a statement with a parameter of unknown type and a result
 * with text in it, the driver waits for an answer of the server's before it sends the statement, which takes a round trip.
 */
public final class PostgresBindTypes {

    static final BindType TEXT = setter(Object::toString, (statement, index, value) -> {
        statement.setString(index, value.toString());
        return true;
    });

    static final BindType NUMBER = setter(Object::toString, (statement, index, value) -> {
        statement.setLong(index, (Long) value);
        return true;
    });

    /** The names of types that the driver knows without asking the server, by their names in casts. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            known("bool"),
            known("int2"),
            known("int4"),
            known("int8"),
            known("numeric"),
            known("float4"),
            known("float8"),
            known("text"),
            known("varchar"),
            known("bpchar"),
            known("uuid"),
            known("date"),
            known("time"),
            known("timetz"),
            known("timestamp"),
            known("timestamptz"));

    static final BindType TEXTS = arrayOf(ColumnType.of(ColumnKind.TEXT, "\"pg_catalog\".\"text\""));

    private PostgresBindTypes() {}

    private static Map.Entry<String, String> known(String name) {
        return Map.entry("\"pg_catalog\".\"" + name + "\"", name);
    }

    /** Single values of a type. */
    static BindType of(ColumnType type) {
        Function<Object, String> text = value -> PostgresText.of(type, value);
        if (!KNOWN.containsKey(type.databaseType())) {
            return untyped(text);
        }
        return type.kind() == ColumnKind.TEXT ? TEXT : setter(text, PostgresBindTypes::setKnown);
    }

    /** Lists of values of a type, each list as one array. */
    static BindType arrayOf(ColumnType element) {
        String name = KNOWN.get(element.databaseType());
        return name == null
                ? untyped(values -> PostgresText.array(element, (List<?>) values))
                : new Arrays(element, name);
    }

    /** Lists of values of a type, each list as one array of their texts. */
    static BindType textsOf(ColumnType type) {
        return TEXTS.after(values -> ((List<?>) values)
                .stream().map(value -> PostgresText.of(type, value)).toList());
    }

    /** Only what the driver sends as exactly the value: others it rounds, or takes for infinite. */
    private static boolean setKnown(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Boolean bool) {
            statement.setBoolean(index, bool);
        } else if (value instanceof Double number) {
            statement.setDouble(index, number);
        } else if (value instanceof UUID || isPlainTime(value)) {
            statement.setObject(index, value);
        } else if (value instanceof BigDecimal decimal && Math.abs(decimal.scale()) < 100) {
            statement.setBigDecimal(index, decimal);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isPlainTime(Object value) {
        if (value instanceof LocalDate || value instanceof LocalDateTime || value instanceof OffsetDateTime) {
            Temporal time = (Temporal) value;
            int year = time.get(ChronoField.YEAR);
            boolean exact =
                    !time.isSupported(ChronoField.NANO_OF_SECOND) || time.get(ChronoField.NANO_OF_SECOND) % 1000 == 0;
            return exact && year > 0 && year < 10_000;
        }
        return false;
    }

    private static BindType untyped(Function<Object, String> text) {
        return setter(text, (statement, index, value) -> false);
    }

    /**
     * The server takes the type of the cast. Declared as text, a parameter of a type whose reading depends on settings
     * (times) would be read again for each row that it is compared with.
     */
    private static void setUntyped(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setObject(index, text, Types.OTHER);
    }

    private static BindType setter(Function<Object, String> text, Setter setter) {
        return new BindType() {
            @Override
            public String text(Object value) {
                return text.apply(value);
            }

            @Override
            public void set(PreparedStatement statement, int index, Object value) throws SQLException {
                if (!setter.set(statement, index, value)) {
                    setUntyped(statement, index, text(value));
                }
            }
        };
    }

    /** Sets a parameter, if it can. */
    @FunctionalInterface
    private interface Setter {
        boolean set(PreparedStatement statement, int index, Object value) throws SQLException;
    }

    /** Arrays of a type that the driver knows. */
    private record Arrays(ColumnType element, String name) implements BindType {

        @Override
        public String text(Object values) {
            return PostgresText.array(element, (List<?>) values);
        }

        @Override
        public void set(PreparedStatement statement, int index, Object values) throws SQLException {
            statement.setArray(index, statement.getConnection().createArrayOf(name, elements((List<?>) values)));
        }

        private Object[] elements(List<?> values) {
            boolean binary =
                    element.kind() == ColumnKind.BIGINT && values.stream().allMatch(Long.class::isInstance);
            return binary
                    ? values.toArray(Long[]::new)
                    : values.stream()
                            .map(value -> PostgresText.of(element, value))
                            .toArray(String[]::new);
        }
    }
}
