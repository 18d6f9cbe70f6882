package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row for each of the action's. */
final class SingleRows {

    private static final Keyed USERS = Keyed.by("id", "id, name, email, city, age", "users", "");

    private SingleRows() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Ranked> ranking = Actions.ranking(count);
        Rows users = USERS.rows(connection, count, i -> ranking.get(i).userId());
        json.raw("{\"ranking\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"rank\":").number(ranking.get(i).rank()).raw(",\"user\":");
            users.object(i + 1, json, SingleRows::user);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void user(ResultSet row, Json json) throws SQLException {
        json.raw("{\"id\":").number(row.getLong(2));
        json.raw(",\"name\":").text(row.getString(3));
        json.raw(",\"email\":").text(row.getString(4));
        json.raw(",\"city\":").text(row.getString(5));
        json.raw(",\"age\":").number(row.getInt(6)).raw("}");
    }
}
