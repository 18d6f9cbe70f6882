package dev.dovetail.jooq.internal.lookup;

import java.sql.SQLException;

/** What runs on a connection. */
@FunctionalInterface
public interface ConnectionWork<T> {
    T run() throws SQLException;
}
