package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.Report;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Ten columns of very many rows. */
final class Wide {

    private static final Keyed LINES = Keyed.by(
            "report_id",
            "id, account, partner, booked, amount, currency, quantity, rate, settled, created_at",
            "lines",
            "id");

    private Wide() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<Report> reports = Actions.reports(count);
        Rows lines = LINES.rows(connection, count, i -> reports.get(i).reportId());
        json.raw("{\"reports\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0)
                    .raw("{\"reportId\":")
                    .number(reports.get(i).reportId())
                    .raw(",\"lines\":");
            lines.list(i + 1, json, Wide::line);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void line(ResultSet row, Json json) throws SQLException {
        json.raw("{\"id\":").number(row.getLong(2));
        json.raw(",\"account\":").text(row.getString(3));
        json.raw(",\"partner\":\"").raw(row.getObject(4, UUID.class).toString());
        json.raw("\",\"booked\":\"").raw(row.getObject(5, LocalDate.class).toString());
        json.raw("\",\"amount\":").raw(row.getBigDecimal(6).toString());
        json.raw(",\"currency\":").text(row.getString(7));
        json.raw(",\"quantity\":").number(row.getInt(8));
        json.raw(",\"rate\":").raw(Double.toString(row.getDouble(9)));
        json.raw(",\"settled\":").raw(row.getBoolean(10) ? "true" : "false");
        json.raw(",\"createdAt\":")
                .time(row.getObject(11, OffsetDateTime.class))
                .raw("}");
    }
}
