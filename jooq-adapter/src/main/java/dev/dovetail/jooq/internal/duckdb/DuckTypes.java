package dev.dovetail.jooq.internal.duckdb;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Dovetail makes of DuckDB's types. Casts to exact numbers and times of few digits would round keys. */
final class DuckTypes {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
    private static final int MOST_DIGITS = 38;

    /** Of others, lists are read as their text. */
    private static final Set<ColumnKind> ELEMENTS = EnumSet.of(
            ColumnKind.BOOLEAN,
            ColumnKind.SMALLINT,
            ColumnKind.INTEGER,
            ColumnKind.BIGINT,
            ColumnKind.DECIMAL,
            ColumnKind.DOUBLE,
            ColumnKind.TEXT,
            ColumnKind.DATE);

    private DuckTypes() {}

    /** The type of a column, by the name that DuckDB has for it. */
    static ColumnType of(String name) {
        if (name.endsWith("[]")) {
            ColumnType element = of(name.substring(0, name.length() - 2));
            return ELEMENTS.contains(element.kind()) ? ColumnType.arrayOf(element) : of(ColumnKind.OTHER);
        }
        if (name.startsWith("ENUM(")) {
            return ColumnType.enumeration(name, labels(name));
        }
        Matcher decimal = DECIMAL.matcher(name);
        return decimal.matches()
                ? decimal(Integer.parseInt(decimal.group(1)) - Integer.parseInt(decimal.group(2)))
                : ofName(name);
    }

    private static List<String> labels(String name) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(name);
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return labels;
    }

    /** With as many digits behind the point as go with those in front of it. */
    private static ColumnType decimal(int digitsInFront) {
        return ColumnType.of(ColumnKind.DECIMAL, "decimal(" + MOST_DIGITS + "," + (MOST_DIGITS - digitsInFront) + ")");
    }

    private static ColumnType ofName(String name) {
        return switch (name) {
            case "BOOLEAN" -> of(ColumnKind.BOOLEAN);
            case "TINYINT", "UTINYINT", "SMALLINT" -> of(ColumnKind.SMALLINT);
            case "USMALLINT", "INTEGER" -> of(ColumnKind.INTEGER);
            case "UINTEGER", "BIGINT" -> of(ColumnKind.BIGINT);
            case "HUGEINT", "UBIGINT" -> ColumnType.of(ColumnKind.DECIMAL, "hugeint");
            case "UHUGEINT" -> ColumnType.of(ColumnKind.DECIMAL, "uhugeint");
            case "FLOAT" -> of(ColumnKind.REAL);
            case "DOUBLE" -> of(ColumnKind.DOUBLE);
            case "VARCHAR" -> of(ColumnKind.TEXT);
            case "UUID" -> of(ColumnKind.UUID);
            case "DATE" -> of(ColumnKind.DATE);
            case "TIME" -> of(ColumnKind.TIME);
            case "TIME WITH TIME ZONE" -> of(ColumnKind.TIME_WITH_ZONE);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> of(ColumnKind.TIMESTAMP);
            case "TIMESTAMP_NS" -> ColumnType.of(ColumnKind.TIMESTAMP, "timestamp_ns");
            case "TIMESTAMP WITH TIME ZONE" -> of(ColumnKind.TIMESTAMP_WITH_ZONE);
            case "JSON" -> of(ColumnKind.JSON);
            case "BLOB" -> of(ColumnKind.BINARY);
            default -> of(ColumnKind.OTHER);
        };
    }

    static ColumnType of(ColumnKind kind) {
        return ColumnType.of(
                kind,
                switch (kind) {
                    case BOOLEAN -> "boolean";
                    case SMALLINT -> "smallint";
                    case INTEGER -> "integer";
                    case BIGINT -> "bigint";
                    case DECIMAL -> "decimal(38,10)";
                    case REAL -> "real";
                    case DOUBLE -> "double";
                    case UUID -> "uuid";
                    case DATE -> "date";
                    case TIME -> "time";
                    case TIME_WITH_ZONE -> "timetz";
                    case TIMESTAMP -> "timestamp";
                    case TIMESTAMP_WITH_ZONE -> "timestamptz";
                    case BINARY -> "blob";
                    default -> "varchar";
                });
    }
}
