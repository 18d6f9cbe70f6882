package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the result of a statement. */
@FunctionalInterface
public interface ResultReader {
    TableRows read(ResultSet result) throws SQLException;
}
