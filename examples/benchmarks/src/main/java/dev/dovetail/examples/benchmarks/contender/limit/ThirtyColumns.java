package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Sensor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Three columns of a row that has thirty. */
final class ThirtyColumns {

    private static final Keyed DEVICES = Keyed.by("id", "name, model, amount_a", "devices", "");

    private ThirtyColumns() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Sensor> sensors = Actions.sensors(count);
        Rows devices = DEVICES.rows(connection, count, i -> sensors.get(i).deviceId());
        json.raw("{\"sensors\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0).raw("{\"device\":");
            devices.object(i + 1, json, ThirtyColumns::device);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void device(ResultSet row, Json json) throws SQLException {
        json.raw("{\"name\":").text(row.getString(2));
        json.raw(",\"model\":").text(row.getString(3));
        json.raw(",\"amountA\":").raw(row.getBigDecimal(4).toString()).raw("}");
    }
}
