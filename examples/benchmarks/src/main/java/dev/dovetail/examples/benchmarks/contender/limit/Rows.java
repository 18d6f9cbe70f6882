package dev.dovetail.examples.benchmarks.contender.limit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Walks through rows that come in the order of their keys. Not thread-safe. */
final class Rows {

    private final ResultSet set;
    private boolean more;

    Rows(ResultSet set) throws SQLException {
        this.set = set;
        this.more = set.next();
    }

    /** Writes one row. */
    @FunctionalInterface
    interface Writer {
        void write(ResultSet row, Json json) throws SQLException;
    }

    /** Writes the only row of a key, counted from 1, or null. */
    void object(int key, Json json, Writer writer) throws SQLException {
        if (isAt(key)) {
            writer.write(set, json);
            more = set.next();
        } else {
            json.raw("null");
        }
    }

    /** Writes the rows of a key, counted from 1, as a list. */
    void list(int key, Json json, Writer writer) throws SQLException {
        json.raw("[");
        boolean first = true;
        while (isAt(key)) {
            writer.write(set, json.comma(first));
            first = false;
            more = set.next();
        }
        json.raw("]");
    }

    private boolean isAt(int key) throws SQLException {
        return more && set.getInt(1) == key;
    }
}
