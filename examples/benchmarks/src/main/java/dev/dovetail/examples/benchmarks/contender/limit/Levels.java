package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Users, their orders, and the items of these: a statement for each. */
final class Levels {

    private static final Keyed USERS = Keyed.by("id", "name", "users", "");
    private static final Keyed ORDERS = Keyed.by("user_id", "id, status", "orders", "id");
    private static final Keyed ITEMS = Keyed.by("order_id", "product, quantity, price", "items", "id");

    /** An order, whose items are not yet read. */
    private record Order(int user, long id, String status) {}

    private Levels() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Ranked> ranking = Actions.ranking(count);
        Rows users = USERS.rows(connection, count, i -> ranking.get(i).userId());
        List<Order> orders = orders(connection, ranking);
        Rows items = ITEMS.rows(connection, orders.size(), i -> orders.get(i).id());

        json.raw("{\"ranking\":[");
        int order = 0;
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"rank\":").number(ranking.get(i).rank()).raw(",\"user\":");
            users.object(i + 1, json, (row, out) -> out.raw("{\"name\":").text(row.getString(2)));
            json.raw(",\"orders\":[");
            for (int first = order; order < orders.size() && orders.get(order).user() == i + 1; order++) {
                write(orders.get(order), json.comma(order == first));
                items.list(order + 1, json, Levels::item);
                json.raw("}");
            }
            json.raw("]}}");
        }
        json.raw("]}");
    }

    private static List<Order> orders(Connection connection, List<Ranked> ranking) throws SQLException {
        List<Order> orders = new ArrayList<>();
        ResultSet rows =
                ORDERS.resultSet(connection, ranking.size(), i -> ranking.get(i).userId());
        while (rows.next()) {
            orders.add(new Order(rows.getInt(1), rows.getLong(2), rows.getString(3)));
        }
        return orders;
    }

    private static void write(Order order, Json json) {
        json.raw("{\"id\":")
                .number(order.id())
                .raw(",\"status\":")
                .text(order.status())
                .raw(",\"items\":");
    }

    private static void item(ResultSet row, Json json) throws SQLException {
        json.raw("{\"product\":").text(row.getString(2));
        json.raw(",\"quantity\":").number(row.getInt(3));
        json.raw(",\"price\":").raw(row.getBigDecimal(4).toString()).raw("}");
    }
}
