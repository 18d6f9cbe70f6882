package dev.dovetail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalPostgresTest {

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void dataSource_running_answersQueries() throws SQLException {
        assertThat(query("select version()")).startsWith("PostgreSQL ");
    }

    @Test
    void jdbcUrl_withUser_connects() throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8",
        "max_connections, 100",
        "fsync, off",
        "log_timezone, UTC"
    })
    void setting_running_isAsDocumented(String name, String value) throws SQLException {
        assertThat(query("show " + name)).isEqualTo(value);
    }

    @Test
    void stop_openConnection_breaksItAndRefusesNewOnes() throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection()) {
            postgres.stop();
            assertThat(connection.isValid(5)).isFalse();
            assertThatThrownBy(() -> query("select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
        } finally {
            postgres.restart();
        }
    }

    @Test
    void stop_stopped_doesNothing() throws SQLException {
        postgres.stop();
        postgres.stop();
        postgres.restart();
        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void restart_afterStop_keepsPortAndCommittedData() throws SQLException {
        String url = postgres.jdbcUrl();
        execute("create table kept (id int)", "insert into kept values (7)");
        postgres.stop();
        postgres.restart();
        assertThat(postgres.jdbcUrl()).isEqualTo(url);
        assertThat(query("select id from kept")).isEqualTo("7");
    }

    @Test
    void close_running_stopsTheServerForGood() {
        LocalPostgres other = LocalPostgres.start();
        other.close();
        other.close();
        assertThatThrownBy(() -> other.dataSource().getConnection()).isInstanceOf(SQLException.class);
        assertThatIllegalStateException().isThrownBy(other::restart);
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }
}
