package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.standard.StandardReaders;
import dev.dovetail.table.ColumnType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's columns. */
public final class PostgresReaders {

    /** In the result that an array has of its own: its first column is the element's number. */
    private static final int ELEMENT = 2;

    private PostgresReaders() {}

    static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            // not getBigDecimal, which fails on NaN and with it the whole batch
            case DECIMAL -> ResultSet::getObject;
            case ARRAY -> array(innermost(type));
            default -> StandardReaders.of(type);
        };
    }

    /** Any number as a double; the driver's own way fails on those that are too large for one. */
    static ColumnReader ofNumber() {
        return (rows, index) -> {
            String text = rows.getString(index);
            return text == null ? null : Double.valueOf(text);
        };
    }

    /** PostgreSQL's arrays of arrays are arrays of several dimensions, of one type whatever their number. */
    private static ColumnType innermost(ColumnType type) {
        ColumnType element = type.element();
        return element == null ? type : innermost(element);
    }

    private static ColumnReader array(ColumnType element) {
        ColumnReader reader = of(element);
        return (rows, index) -> {
            Array array = rows.getArray(index);
            return array == null ? null : list(array, reader);
        };
    }

    /**
     * Elements are read like columns, through the array's own result. The driver's array of Java objects has those of
     * the old date and time API, which lose microseconds, offsets, and hours that the JVM's zone skips.
     */
    private static List<@Nullable Object> list(Array array, ColumnReader element) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        try (ResultSet elements = array.getResultSet()) {
            boolean nested = elements.getMetaData().getColumnType(ELEMENT) == Types.ARRAY;
            while (elements.next()) {
                list.add(nested ? list(elements.getArray(ELEMENT), element) : element.read(elements, ELEMENT));
            }
        }
        return list;
    }
}
