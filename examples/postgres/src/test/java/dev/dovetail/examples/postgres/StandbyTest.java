package dev.dovetail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StandbyTest {

    private LocalPostgres primary;
    private LocalPostgres standby;

    @BeforeEach
    void start() throws SQLException {
        primary = LocalPostgres.start();
        execute(primary, "create table kept (id int)");
        execute(primary, "insert into kept values (1)");
        standby = primary.startStandby();
    }

    @AfterEach
    void close() {
        standby.close();
        primary.close();
    }

    @Test
    void standby_started_hasTheDataAndFollows() throws SQLException {
        assertThat(query(standby, "select pg_is_in_recovery()")).isEqualTo("t");
        assertThat(query(standby, "select max(id) from kept")).isEqualTo("1");

        execute(primary, "insert into kept values (2)");

        awaitRow(standby, 2);
        assertThatThrownBy(() -> execute(standby, "insert into kept values (3)"))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void standby_stoppedAndRestarted_catchesUp() throws SQLException {
        standby.stop();
        execute(primary, "insert into kept values (2)");

        standby.restart();

        awaitRow(standby, 2);
    }

    @Test
    void primary_stoppedAndRestarted_isFollowedAgain() throws SQLException {
        primary.stop();
        assertThat(query(standby, "select max(id) from kept")).isEqualTo("1");

        primary.restart();
        execute(primary, "insert into kept values (2)");

        awaitRow(standby, 2);
    }

    @Test
    void secondStandby_startedLater_hasWhatTheFirstHas() throws SQLException {
        execute(primary, "insert into kept values (2)");
        try (LocalPostgres second = primary.startStandby()) {
            execute(primary, "insert into kept values (3)");

            awaitRow(second, 3);
            awaitRow(standby, 3);
        }
    }

    @Test
    void promote_primaryLost_takesWrites() throws SQLException {
        primary.stop();

        standby.promote();

        execute(standby, "insert into kept values (2)");
        assertThat(query(standby, "select max(id) from kept")).isEqualTo("2");
    }

    @Test
    void promote_primary_isRefused() {
        assertThatIllegalStateException().isThrownBy(primary::promote);
    }

    @Test
    void startStandby_stopped_isRefused() {
        primary.stop();

        assertThatIllegalStateException().isThrownBy(primary::startStandby).withMessageContaining("cannot be copied");
    }

    private static void awaitRow(LocalPostgres postgres, int id) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!query(postgres, "select max(id) from kept").equals(String.valueOf(id))) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static String query(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
