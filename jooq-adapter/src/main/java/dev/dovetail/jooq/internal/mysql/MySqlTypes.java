package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Dovetail makes of MySQL's types. Their names are wide enough for every key that is checked to be a value of the type,
 * and carry the collation by which texts compare.
 */
final class MySqlTypes {

    static final String BIT = "bit";
    static final String GEOMETRY = "geometry";
    static final String UNSIGNED_BIGINT = "bigint unsigned";
    static final String YEAR = "year";

    private static final String LONGEST_TEXT = "longtext";

    private MySqlTypes() {}

    /**
     * The type of a column as {@code information_schema.columns} describes it.
     *
     * @param name {@code data_type}
     * @param whole {@code column_type}: the name with lengths, labels and attributes
     * @param collation null for what is no text
     * @param digits how many a number has behind the point
     */
    static ColumnType of(String name, String whole, @Nullable String collation, int digits) {
        boolean unsigned = whole.contains("unsigned");
        return switch (name) {
            case "tinyint" -> of(whole.startsWith("tinyint(1)") ? ColumnKind.BOOLEAN : ColumnKind.SMALLINT);
            case "smallint" -> of(unsigned ? ColumnKind.INTEGER : ColumnKind.SMALLINT);
            case "mediumint" -> of(ColumnKind.INTEGER);
            case "int" -> of(unsigned ? ColumnKind.BIGINT : ColumnKind.INTEGER);
            case "bigint" -> unsigned ? ColumnType.of(ColumnKind.DECIMAL, UNSIGNED_BIGINT) : of(ColumnKind.BIGINT);
            case "decimal" -> ColumnType.of(ColumnKind.DECIMAL, "decimal(65," + digits + ")");
            case "float" -> of(ColumnKind.REAL);
            case "double" -> of(ColumnKind.DOUBLE);
            case "bit" -> whole.equals("bit(1)") ? of(ColumnKind.BOOLEAN) : ColumnType.of(ColumnKind.OTHER, BIT);
            case "year" -> ColumnType.of(ColumnKind.SMALLINT, YEAR);
            case "date" -> of(ColumnKind.DATE);
            case "time" -> of(ColumnKind.TIME);
            case "datetime" -> of(ColumnKind.TIMESTAMP);
            case "timestamp" -> of(ColumnKind.TIMESTAMP_WITH_ZONE);
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                ColumnType.of(ColumnKind.TEXT, text(collation));
            case "enum" -> ColumnType.enumeration(text(collation), labels(whole));
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> of(ColumnKind.BINARY);
            case "json" -> of(ColumnKind.JSON);
            case "uuid" -> of(ColumnKind.UUID);
            case "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon" ->
                ColumnType.of(ColumnKind.OTHER, GEOMETRY);
            case "geomcollection", "geometrycollection" -> ColumnType.of(ColumnKind.OTHER, GEOMETRY);
            default -> of(ColumnKind.OTHER);
        };
    }

    /** The type of columns of a kind of which nothing else is known. */
    static ColumnType of(ColumnKind kind) {
        return ColumnType.of(
                kind,
                switch (kind) {
                    case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "bigint";
                    case DECIMAL -> "decimal(65,30)";
                    case REAL, DOUBLE -> "double";
                    case UUID -> "uuid";
                    case DATE -> "date";
                    case TIME -> "time(6)";
                    case TIMESTAMP -> "datetime(6)";
                    case TIMESTAMP_WITH_ZONE -> "timestamp(6)";
                    default -> LONGEST_TEXT;
                });
    }

    /** The type that {@code json_table} takes for keys. */
    static String ofKeys(ColumnType type) {
        return switch (type.kind()) {
            case UUID -> "char(36)";
            case TIMESTAMP_WITH_ZONE -> "decimal(65,6)";
            case SMALLINT -> "bigint";
            default -> type.databaseType();
        };
    }

    private static String text(@Nullable String collation) {
        return collation == null
                ? LONGEST_TEXT
                : LONGEST_TEXT + " character set " + characterSet(collation) + MySqlText.COLLATE + collation;
    }

    private static String characterSet(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** Of {@code enum('a','it''s')}. */
    private static List<String> labels(String whole) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean inside = false;
        for (int i = whole.indexOf('('); i < whole.length(); i++) {
            char character = whole.charAt(i);
            boolean quote = character == '\'';
            if (inside && quote && i + 1 < whole.length() && whole.charAt(i + 1) == '\'') {
                label.append(character);
                i++;
            } else if (quote) {
                if (inside) {
                    labels.add(label.toString());
                    label.setLength(0);
                }
                inside = !inside;
            } else if (inside) {
                label.append(character);
            }
        }
        return labels;
    }
}
