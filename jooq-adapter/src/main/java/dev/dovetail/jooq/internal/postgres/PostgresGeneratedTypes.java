package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.Arrays;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jspecify.annotations.Nullable;

/** The types of the classes that jOOQ generated from PostgreSQL. */
final class PostgresGeneratedTypes {

    private PostgresGeneratedTypes() {}

    /**
     * Types are told by their Java class: the names that jOOQ gives them depend on the version and the dialect. It is the
     * class before any converter of the host's.
     */
    static ColumnType of(DataType<?> type) {
        DataType<?> element = element(type);
        if (element != null) {
            ColumnType known = of(element);
            // An array of what Dovetail does not know is read as PostgreSQL prints it.
            return known.kind() == ColumnKind.OTHER
                    ? ColumnType.of(ColumnKind.OTHER, known.databaseType() + "[]")
                    : ColumnType.arrayOf(known);
        }
        if (EnumType.class.isAssignableFrom(type.getFromType())) {
            return enumeration(type);
        }
        DataType<?> standard = type.getSQLDataType();
        String typeName = standard == null ? otherName(type) : builtInName(type, standard);
        ColumnType known = PostgresTypes.type("pg_catalog", typeName);
        return known.kind() == ColumnKind.OTHER || typeName.equals("citext")
                ? ColumnType.of(known.kind(), type.getCastTypeName())
                : known;
    }

    /** Where a converter makes no array of an array, jOOQ does not know the elements, but their class tells their kind. */
    private static @Nullable DataType<?> element(DataType<?> type) {
        Class<?> read = type.getFromType();
        boolean lost = read.isArray() && read != byte[].class && !type.getType().isArray();
        return lost
                ? DefaultDataType.getDataType(SQLDialect.POSTGRES, read.getComponentType(), null)
                : type.getArrayComponentDataType();
    }

    private static ColumnType enumeration(DataType<?> type) {
        EnumType[] constants = (EnumType[]) type.getFromType().getEnumConstants();
        EnumType first = constants[0];
        String schema = first.getSchema() == null ? "public" : first.getSchema().getName();
        String name = first.getName() == null ? type.getTypeName() : first.getName();
        return ColumnType.enumeration(
                PostgresTypes.quoted(schema) + "." + PostgresTypes.quoted(name),
                Arrays.stream(constants).map(EnumType::getLiteral).toList());
    }

    private static String otherName(DataType<?> type) {
        String name = type.getTypeName().replace("\"", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String builtInName(DataType<?> type, DataType<?> standard) {
        String name = type.getFromType().getSimpleName();
        return switch (name) {
            case "Boolean" -> "bool";
            case "Short" -> "int2";
            case "Integer" -> "int4";
            case "Long" -> "int8";
            case "BigDecimal", "BigInteger" -> "numeric";
            case "Float" -> "float4";
            case "Double" -> "float8";
            case "String" -> isPadded(type, standard) ? "bpchar" : "varchar";
            case "UUID" -> "uuid";
            case "LocalDate", "Date" -> "date";
            case "LocalTime", "Time" -> "time";
            case "OffsetTime" -> "timetz";
            case "LocalDateTime", "Timestamp" -> "timestamp";
            case "OffsetDateTime", "Instant" -> "timestamptz";
            case "JSON" -> "json";
            case "JSONB" -> "jsonb";
            case "byte[]" -> "bytea";
            default -> otherName(type);
        };
    }

    /** PostgreSQL's {@code "char"} is one byte without padding, and jOOQ tells it by its having no length. */
    private static boolean isPadded(DataType<?> type, DataType<?> standard) {
        return standard.getTypeName().startsWith("char") && type.lengthDefined();
    }
}
