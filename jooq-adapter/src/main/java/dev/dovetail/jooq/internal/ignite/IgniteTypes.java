package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;

/** What Dovetail makes of Ignite's types, which are Java's. */
final class IgniteTypes {

    private IgniteTypes() {}

    /** The type of columns that hold objects of a class. */
    static ColumnType ofClass(String name) {
        return of(
                switch (name) {
                    case "java.lang.Boolean" -> ColumnKind.BOOLEAN;
                    case "java.lang.Byte", "java.lang.Short" -> ColumnKind.SMALLINT;
                    case "java.lang.Integer" -> ColumnKind.INTEGER;
                    case "java.lang.Long" -> ColumnKind.BIGINT;
                    case "java.math.BigDecimal" -> ColumnKind.DECIMAL;
                    case "java.lang.Float" -> ColumnKind.REAL;
                    case "java.lang.Double" -> ColumnKind.DOUBLE;
                    case "java.lang.String" -> ColumnKind.TEXT;
                    case "java.util.UUID" -> ColumnKind.UUID;
                    case "java.sql.Date", "java.time.LocalDate" -> ColumnKind.DATE;
                    case "java.sql.Time", "java.time.LocalTime" -> ColumnKind.TIME;
                    case "java.sql.Timestamp", "java.util.Date", "java.time.LocalDateTime" -> ColumnKind.TIMESTAMP;
                    case "[B" -> ColumnKind.BINARY;
                    default -> ColumnKind.OTHER;
                });
    }

    static ColumnType of(ColumnKind kind) {
        return ColumnType.of(
                kind,
                switch (kind) {
                    case BOOLEAN -> "boolean";
                    case SMALLINT -> "smallint";
                    case INTEGER -> "int";
                    case BIGINT -> "bigint";
                    case DECIMAL -> "decimal";
                    case REAL -> "real";
                    case DOUBLE -> "double";
                    case UUID -> "uuid";
                    case DATE -> "date";
                    case TIME -> "time";
                    case TIMESTAMP -> "timestamp";
                    case BINARY -> "varbinary";
                    default -> "varchar";
                });
    }
}
