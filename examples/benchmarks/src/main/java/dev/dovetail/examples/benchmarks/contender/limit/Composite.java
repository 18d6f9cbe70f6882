package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Shelf;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row for each of the action's, by a key of two columns. */
final class Composite {

    private static final String ONE =
            "select 1, quantity, reserved, price, bin from stock where warehouse_id = ? and sku = ?";
    private static final String MANY = """
            select k.ord, quantity, reserved, price, bin
            from unnest(?::uuid[], ?::text[]) with ordinality k(a, b, ord)
            join stock on warehouse_id = k.a and sku = k.b order by k.ord""";

    private Composite() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Shelf> shelves = Actions.shelves(count);
        Rows stock = new Rows(count == 1 ? one(connection, shelves.get(0)) : many(connection, shelves));
        json.raw("{\"shelves\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"sku\":").text(shelves.get(i).sku()).raw(",\"stock\":");
            stock.object(i + 1, json, Composite::stock);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static ResultSet one(Connection connection, Shelf shelf) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ONE);
        statement.setObject(1, shelf.warehouse());
        statement.setString(2, shelf.sku());
        return statement.executeQuery();
    }

    private static ResultSet many(Connection connection, List<Shelf> shelves) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(MANY);
        Object[] warehouses = shelves.stream().map(Shelf::warehouse).toArray();
        Object[] skus = shelves.stream().map(Shelf::sku).toArray();
        statement.setArray(1, connection.createArrayOf("uuid", warehouses));
        statement.setArray(2, connection.createArrayOf("text", skus));
        return statement.executeQuery();
    }

    private static void stock(ResultSet row, Json json) throws SQLException {
        json.raw("{\"quantity\":").number(row.getInt(2));
        json.raw(",\"reserved\":").number(row.getInt(3));
        json.raw(",\"price\":").raw(row.getBigDecimal(4).toString());
        json.raw(",\"bin\":").text(row.getString(5)).raw("}");
    }
}
