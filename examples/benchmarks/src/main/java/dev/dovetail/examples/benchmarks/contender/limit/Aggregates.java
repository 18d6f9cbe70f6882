package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A count, a sum and a maximum for each of the action's rows, all of which have orders. */
final class Aggregates {

    private static final Keyed ORDERS =
            new Keyed("select 1, count(*), sum(total), max(quantity) from orders where user_id = ?", """
            select k.ord, count(*), sum(total), max(quantity)
            from unnest(?::bigint[]) with ordinality k(key, ord) join orders on user_id = k.key
            group by k.ord order by k.ord""");

    private Aggregates() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Ranked> ranking = Actions.ranking(count);
        Rows orders = ORDERS.rows(connection, count, i -> ranking.get(i).userId());
        json.raw("{\"ranking\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"rank\":").number(ranking.get(i).rank()).raw(",\"ordersAggregate\":");
            orders.object(i + 1, json, Aggregates::values);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void values(ResultSet row, Json json) throws SQLException {
        json.raw("{\"aggregate\":{\"count\":").number(row.getLong(2));
        json.raw(",\"sum\":{\"total\":").raw(row.getBigDecimal(3).toString());
        json.raw("},\"max\":{\"quantity\":").number(row.getInt(4)).raw("}}}");
    }
}
