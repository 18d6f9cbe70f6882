package dev.dovetail.jooq.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one column of the current row, without jOOQ's records, whose making costs as much as the query itself. */
@FunctionalInterface
public interface ColumnReader {

    /**
     * The value, of the Java class that the column's kind says.
     *
     * @param index the column's place in the result, from 1
     */
    @Nullable
    Object read(ResultSet rows, int index) throws SQLException;
}
