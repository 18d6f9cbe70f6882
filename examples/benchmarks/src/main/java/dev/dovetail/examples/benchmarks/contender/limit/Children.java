package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Ten rows for each of the action's. */
final class Children {

    private static final Keyed ORDERS = Keyed.by("user_id", "id, status, total, quantity", "orders", "id");

    private Children() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Ranked> ranking = Actions.ranking(count);
        Rows orders = ORDERS.rows(connection, count, i -> ranking.get(i).userId());
        json.raw("{\"ranking\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"rank\":").number(ranking.get(i).rank()).raw(",\"orders\":");
            orders.list(i + 1, json, Children::order);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void order(ResultSet row, Json json) throws SQLException {
        json.raw("{\"id\":").number(row.getLong(2));
        json.raw(",\"status\":").text(row.getString(3));
        json.raw(",\"total\":").raw(row.getBigDecimal(4).toString());
        json.raw(",\"quantity\":").number(row.getInt(5)).raw("}");
    }
}
