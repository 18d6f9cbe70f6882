package dev.dovetail.jooq.internal.standard;

import dev.dovetail.table.ColumnKind;
import java.sql.Types;

/** Kinds of columns by the numbers of {@link Types}. */
public final class JdbcTypes {

    private JdbcTypes() {}

    /** What a standard type is. */
    public static ColumnKind kind(int jdbcType) {
        return switch (jdbcType) {
            case Types.BOOLEAN, Types.BIT -> ColumnKind.BOOLEAN;
            case Types.TINYINT, Types.SMALLINT -> ColumnKind.SMALLINT;
            case Types.INTEGER -> ColumnKind.INTEGER;
            case Types.BIGINT -> ColumnKind.BIGINT;
            case Types.NUMERIC, Types.DECIMAL -> ColumnKind.DECIMAL;
            case Types.REAL -> ColumnKind.REAL;
            case Types.FLOAT, Types.DOUBLE -> ColumnKind.DOUBLE;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> ColumnKind.TEXT;
            case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> ColumnKind.TEXT;
            case Types.DATE -> ColumnKind.DATE;
            case Types.TIME -> ColumnKind.TIME;
            case Types.TIME_WITH_TIMEZONE -> ColumnKind.TIME_WITH_ZONE;
            case Types.TIMESTAMP -> ColumnKind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ColumnKind.TIMESTAMP_WITH_ZONE;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> ColumnKind.BINARY;
            default -> ColumnKind.OTHER;
        };
    }
}
