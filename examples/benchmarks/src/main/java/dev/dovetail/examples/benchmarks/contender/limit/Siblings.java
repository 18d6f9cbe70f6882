package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A row, ten rows and their aggregates for each of the action's rows: one statement after the other. */
final class Siblings {

    private static final Keyed USERS = Keyed.by("id", "name", "users", "");
    private static final Keyed ORDERS = Keyed.by("user_id", "id, status", "orders", "id");
    private static final Keyed TOTALS = new Keyed("select 1, count(*), sum(total) from orders where user_id = ?", """
            select k.ord, count(*), sum(total)
            from unnest(?::bigint[]) with ordinality k(key, ord) join orders on user_id = k.key
            group by k.ord order by k.ord""");

    private Siblings() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Ranked> ranking = Actions.ranking(count);
        Rows users = USERS.rows(connection, count, i -> ranking.get(i).userId());
        Rows orders = ORDERS.rows(connection, count, i -> ranking.get(i).userId());
        Rows totals = TOTALS.rows(connection, count, i -> ranking.get(i).userId());
        json.raw("{\"ranking\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"rank\":").number(ranking.get(i).rank()).raw(",\"user\":");
            users.object(i + 1, json, Siblings::user);
            json.raw(",\"orders\":");
            orders.list(i + 1, json, Siblings::order);
            json.raw(",\"ordersAggregate\":");
            totals.object(i + 1, json, Siblings::total);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void user(ResultSet row, Json json) throws SQLException {
        json.raw("{\"name\":").text(row.getString(2)).raw("}");
    }

    private static void order(ResultSet row, Json json) throws SQLException {
        json.raw("{\"id\":").number(row.getLong(2));
        json.raw(",\"status\":").text(row.getString(3)).raw("}");
    }

    private static void total(ResultSet row, Json json) throws SQLException {
        json.raw("{\"aggregate\":{\"count\":").number(row.getLong(2));
        json.raw(",\"sum\":{\"total\":").raw(row.getBigDecimal(3).toString()).raw("}}}");
    }
}
