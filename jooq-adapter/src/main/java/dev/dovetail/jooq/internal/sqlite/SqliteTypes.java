package dev.dovetail.jooq.internal.sqlite;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.Locale;

/**
 * What Dovetail makes of the types that columns are declared with. SQLite itself keeps any value in any column, except in
 * strict tables; the names are those that jOOQ and people give.
 */
final class SqliteTypes {

    /** What texts compare by, unless a column says otherwise. */
    static final String BINARY = "BINARY";

    private static final String TEXT = "text";
    private static final String COLLATE = TEXT + " collate ";

    private SqliteTypes() {}

    /**
     * The type of a column.
     *
     * @param declared as it is in the table's definition; may be empty
     * @param strict whether the table is strict: then the only integers are {@code int} and {@code integer}
     * @param collation what the column's texts compare by
     */
    static ColumnType of(String declared, boolean strict, String collation) {
        String name =
                declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*\\)", "").strip();
        ColumnKind kind = strict && name.equals("INTEGER") ? ColumnKind.BIGINT : kind(name);
        return kind == ColumnKind.TEXT && !collation.equalsIgnoreCase(BINARY)
                ? ColumnType.of(kind, COLLATE + collation.toLowerCase(Locale.ROOT))
                : of(kind);
    }

    private static ColumnKind kind(String name) {
        return switch (name) {
            case "BOOLEAN", "BOOL" -> ColumnKind.BOOLEAN;
            case "TINYINT", "SMALLINT", "INT2" -> ColumnKind.SMALLINT;
            case "INT", "INTEGER", "MEDIUMINT", "INT4" -> ColumnKind.INTEGER;
            case "BIGINT", "INT8", "LONG", "UNSIGNED BIG INT", "INT UNSIGNED", "INTEGER UNSIGNED", "BIGINT UNSIGNED" ->
                ColumnKind.BIGINT;
            case "DECIMAL", "NUMERIC", "NUMBER" -> ColumnKind.DECIMAL;
            case "REAL", "DOUBLE", "DOUBLE PRECISION", "FLOAT", "FLOAT4", "FLOAT8" -> ColumnKind.DOUBLE;
            case "UUID", "GUID" -> ColumnKind.UUID;
            case "DATE" -> ColumnKind.DATE;
            case "TIME" -> ColumnKind.TIME;
            case "DATETIME", "TIMESTAMP" -> ColumnKind.TIMESTAMP;
            case "JSON", "JSONB" -> ColumnKind.JSON;
            case "STRING" -> ColumnKind.TEXT;
            case "BINARY", "VARBINARY" -> ColumnKind.BINARY;
            default -> byPart(name);
        };
    }

    /** By what SQLite itself looks for in the names of types. */
    private static ColumnKind byPart(String name) {
        if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return ColumnKind.TEXT;
        }
        return name.contains("BLOB") ? ColumnKind.BINARY : ColumnKind.OTHER;
    }

    static ColumnType of(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> ColumnType.of(kind, "integer");
            case DECIMAL -> ColumnType.of(kind, "numeric");
            // there are no smaller floats
            case REAL, DOUBLE -> ColumnType.of(ColumnKind.DOUBLE, "real");
            case BINARY -> ColumnType.of(kind, "blob");
            case UUID, DATE, TIME, TIMESTAMP -> ColumnType.of(kind, TEXT);
            // only the texts that were written are equal
            case TIME_WITH_ZONE, TIMESTAMP_WITH_ZONE, TEXT, ENUM -> ColumnType.of(ColumnKind.TEXT, TEXT);
            case JSON -> ColumnType.of(kind, TEXT);
            case ARRAY, OTHER -> ColumnType.of(ColumnKind.OTHER, TEXT);
        };
    }

    /** What the texts of a column compare by. */
    static String collation(ColumnType type) {
        return type.databaseType().startsWith(COLLATE) ? type.databaseType().substring(COLLATE.length()) : BINARY;
    }
}
