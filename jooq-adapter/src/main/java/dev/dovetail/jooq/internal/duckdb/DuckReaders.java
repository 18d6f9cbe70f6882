package dev.dovetail.jooq.internal.duckdb;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.standard.StandardReaders;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns as DuckDB's driver has them. */
final class DuckReaders {

    private DuckReaders() {}

    static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            case DECIMAL -> DuckReaders::decimal;
            case UUID, TIME_WITH_ZONE -> ResultSet::getObject;
            case ARRAY -> list(Objects.requireNonNull(type.element()).kind());
            default -> StandardReaders.of(type);
        };
    }

    /** Large integers are no decimals to the driver. */
    private static @Nullable Object decimal(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : new BigDecimal(text);
    }

    private static ColumnReader list(ColumnKind element) {
        return (rows, index) -> {
            Array array = rows.getArray(index);
            if (array == null) {
                return null;
            }
            List<@Nullable Object> list = new ArrayList<>();
            for (Object value : (Object[]) array.getArray()) {
                list.add(value == null ? null : element(element, value));
            }
            return list;
        };
    }

    private static Object element(ColumnKind kind, Object value) {
        return switch (kind) {
            case SMALLINT, INTEGER -> ((Number) value).intValue();
            case BIGINT -> ((Number) value).longValue();
            case DECIMAL -> new BigDecimal(value.toString());
            default -> value;
        };
    }
}
