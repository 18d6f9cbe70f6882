package dev.dovetail.jooq;

import java.sql.SQLException;

/** What runs on a connection. */
@FunctionalInterface
interface ConnectionWork<T> {
    T run() throws SQLException;
}
