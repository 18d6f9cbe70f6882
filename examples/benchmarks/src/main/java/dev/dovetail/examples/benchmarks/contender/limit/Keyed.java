package dev.dovetail.examples.benchmarks.contender.limit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntFunction;

/**
 * A statement for the rows of many keys, and a shorter one for those of one key. The first column of both is the key's
 * number, counted from 1, and rows come in its order.
 */
record Keyed(String ofOne, String ofMany) {

    /** The rows of a table by a column of the type bigint. */
    static Keyed by(String column, String columns, String table, String order) {
        return new Keyed(
                "select 1, " + columns + " from " + table + " where " + column + " = ?"
                        + (order.isEmpty() ? "" : " order by " + order),
                "select k.ord, " + columns + " from unnest(?::bigint[]) with ordinality k(key, ord) join " + table
                        + " on " + column + " = k.key order by k.ord" + (order.isEmpty() ? "" : ", " + order));
    }

    /** Sends the statement for so many keys, and walks through its rows. */
    Rows rows(Connection connection, int keys, IntFunction<Long> key) throws SQLException {
        return new Rows(resultSet(connection, keys, key));
    }

    /** Sends the statement for so many keys. It is closed when its connection goes back to the pool. */
    ResultSet resultSet(Connection connection, int keys, IntFunction<Long> key) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(keys == 1 ? ofOne : ofMany);
        if (keys == 1) {
            statement.setLong(1, key.apply(0));
        } else {
            statement.setArray(1, array(connection, keys, key));
        }
        return statement.executeQuery();
    }

    private static Array array(Connection connection, int keys, IntFunction<Long> key) throws SQLException {
        Long[] values = new Long[keys];
        for (int i = 0; i < keys; i++) {
            values[i] = key.apply(i);
        }
        return connection.createArrayOf("int8", values);
    }
}
