package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;

/** What Dovetail makes of PostgreSQL's types. */
public final class PostgresTypes {

    private static final String CITEXT = ".\"citext\"";

    private PostgresTypes() {}

    /** What a type of the system catalog is, by its internal name. */
    static ColumnKind kind(String typeName) {
        return switch (typeName) {
            case "bool" -> ColumnKind.BOOLEAN;
            case "int2" -> ColumnKind.SMALLINT;
            case "int4" -> ColumnKind.INTEGER;
            case "int8" -> ColumnKind.BIGINT;
            case "numeric" -> ColumnKind.DECIMAL;
            case "float4" -> ColumnKind.REAL;
            case "float8" -> ColumnKind.DOUBLE;
            case "text", "varchar", "bpchar", "name", "char", "citext" -> ColumnKind.TEXT;
            case "uuid" -> ColumnKind.UUID;
            case "date" -> ColumnKind.DATE;
            case "time" -> ColumnKind.TIME;
            case "timetz" -> ColumnKind.TIME_WITH_ZONE;
            case "timestamp" -> ColumnKind.TIMESTAMP;
            case "timestamptz" -> ColumnKind.TIMESTAMP_WITH_ZONE;
            case "json", "jsonb" -> ColumnKind.JSON;
            case "bytea" -> ColumnKind.BINARY;
            default -> ColumnKind.OTHER;
        };
    }

    /**
     * A type by its schema and internal name.
     *
     * <p>Internal names, qualified, have no default length: {@code character} is cut to one letter, {@code
     * pg_catalog.bpchar} is not. Nor do they depend on the search path. Casts to {@code name} and {@code "char"} would
     * cut keys off as well; as text, such columns are compared in full.
     */
    public static ColumnType type(String schema, String typeName) {
        boolean cuts = typeName.equals("name") || typeName.equals("char");
        String castable = cuts ? "text" : typeName;
        return ColumnType.of(kind(typeName), quoted(schema) + "." + quoted(castable));
    }

    /** The type of a column as it is; that of an aggregate, which is known by its kind alone, with its name. */
    static ColumnType named(ColumnType type) {
        if (!type.databaseType().isEmpty()) {
            return type;
        }
        return switch (type.kind()) {
            case BIGINT -> type("pg_catalog", "int8");
            case DECIMAL -> type("pg_catalog", "numeric");
            default -> type("pg_catalog", "float8");
        };
    }

    /**
     * An operator on values of a type. Those of {@code citext} are in the type's own schema; where this is not on the
     * search path, a plain {@code =} would silently compare as {@code text} does.
     */
    static String operator(ColumnType type, String operator) {
        return isCitext(type) ? "operator(" + schemaOfCitext(type) + "." + operator + ")" : operator;
    }

    /** A function of values of a type, for those that {@code citext} brings forms of its own of. */
    static String function(ColumnType type, String function) {
        return isCitext(type) ? schemaOfCitext(type) + "." + function : function;
    }

    /** Whether operators on the type cannot be named by their symbols alone. */
    static boolean isCitext(ColumnType type) {
        return type.databaseType().endsWith(CITEXT);
    }

    private static String schemaOfCitext(ColumnType type) {
        String name = type.databaseType();
        return name.substring(0, name.length() - CITEXT.length());
    }

    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
