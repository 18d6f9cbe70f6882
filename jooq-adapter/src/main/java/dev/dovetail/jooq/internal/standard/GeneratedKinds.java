package dev.dovetail.jooq.internal.standard;

import dev.dovetail.table.ColumnKind;

/** The kinds of columns by the Java classes that jOOQ has for their values. */
public final class GeneratedKinds {

    private GeneratedKinds() {}

    /** The kind; {@link ColumnKind#OTHER} of classes that jOOQ has for none. */
    public static ColumnKind of(Class<?> values) {
        return switch (values.getSimpleName()) {
            case "Boolean" -> ColumnKind.BOOLEAN;
            case "Byte", "Short", "UByte" -> ColumnKind.SMALLINT;
            case "Integer", "UShort" -> ColumnKind.INTEGER;
            case "Long", "UInteger" -> ColumnKind.BIGINT;
            case "BigDecimal", "BigInteger", "ULong" -> ColumnKind.DECIMAL;
            case "Float" -> ColumnKind.REAL;
            case "Double" -> ColumnKind.DOUBLE;
            case "String" -> ColumnKind.TEXT;
            case "UUID" -> ColumnKind.UUID;
            case "LocalDate", "Date" -> ColumnKind.DATE;
            case "LocalTime", "Time" -> ColumnKind.TIME;
            case "OffsetTime" -> ColumnKind.TIME_WITH_ZONE;
            case "LocalDateTime", "Timestamp" -> ColumnKind.TIMESTAMP;
            case "OffsetDateTime", "Instant" -> ColumnKind.TIMESTAMP_WITH_ZONE;
            case "JSON", "JSONB" -> ColumnKind.JSON;
            case "byte[]" -> ColumnKind.BINARY;
            default -> ColumnKind.OTHER;
        };
    }
}
