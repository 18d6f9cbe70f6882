package dev.dovetail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class ShardedPostgresTest {

    @Test
    void rows_areSpreadOverTheShards_andFoundThroughTheCoordinator() throws SQLException {
        try (ShardedPostgres servers = ShardedPostgres.start(2)) {
            servers.create("items", "id int not null", "id", "alter table items add primary key (id)");
            run(servers.coordinator(), "insert into items select generate_series(1, 100)");

            assertThat(count(servers.coordinator(), "items")).isEqualTo(100);
            int first = count(servers.shards().get(0), "items");
            assertThat(first).isBetween(1, 99);
            assertThat(count(servers.shards().get(1), "items")).isEqualTo(100 - first);
            assertThat(count(servers.coordinator(), "items_" + servers.name(0))).isEqualTo(first);
        }
    }

    private static void run(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(LocalPostgres server, String table) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getInt(1);
        }
    }
}
