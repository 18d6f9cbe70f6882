package dev.dovetail.jooq.internal.h2;

import dev.dovetail.jooq.internal.standard.JdbcColumn;
import dev.dovetail.jooq.internal.standard.JdbcTypes;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.sql.Types;

/** What Dovetail makes of H2's types. Casts to exact numbers and times without a precision would round keys. */
final class H2Types {

    private H2Types() {}

    static ColumnType of(JdbcColumn column) {
        return switch (column.typeName()) {
            case "UUID" -> of(ColumnKind.UUID);
            case "JSON" -> of(ColumnKind.JSON);
            case "VARCHAR_IGNORECASE" -> ColumnType.of(ColumnKind.TEXT, "varchar_ignorecase");
            case "CHARACTER" -> ColumnType.of(ColumnKind.TEXT, "char(1000000)");
            default -> column.jdbcType() == Types.ARRAY ? of(ColumnKind.OTHER) : of(JdbcTypes.kind(column.jdbcType()));
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
                    case DECIMAL -> "decfloat(100000)";
                    case REAL -> "real";
                    case DOUBLE -> "double precision";
                    case UUID -> "uuid";
                    case DATE -> "date";
                    case TIME -> "time(9)";
                    case TIME_WITH_ZONE -> "time(9) with time zone";
                    case TIMESTAMP -> "timestamp(9)";
                    case TIMESTAMP_WITH_ZONE -> "timestamp(9) with time zone";
                    case BINARY -> "varbinary";
                    default -> "varchar";
                });
    }
}
