package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The check finds what it is there for. */
final class LeakCheckTest {

    private final LeakCheck leaks = new LeakCheck();

    interface Use {
        void of(Connection connection) throws SQLException;
    }

    @BeforeEach
    void start() {
        ConnectionUse.grant(TestDatabase.with());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("statement", use(Connection::createStatement)),
                Arguments.of("a result", use(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeQuery("select 1");
                    }
                })),
                Arguments.of("autoCommit=false", use(connection -> connection.setAutoCommit(false))),
                Arguments.of("readOnly=true", use(connection -> connection.setReadOnly(true))),
                Arguments.of(
                        "isolation=8",
                        use(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE))),
                Arguments.of("leak_reader", use(connection -> run(connection, "set role leak_reader"))),
                Arguments.of("postgres x", use(connection -> run(connection, "set app.tenant = 'x'"))));
    }

    private static Use use(Use use) {
        return use;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsLeftBehind_isFound(String what, Use use) throws SQLException {
        try (Connection connection = connection()) {
            use.of(connection);
        }

        assertThatThrownBy(leaks::check).isInstanceOf(AssertionError.class).hasMessageContaining(what);
    }

    @Test
    void connectionThatIsOpen_isFoundUntilItIsClosed() throws SQLException {
        Connection connection = connection();
        assertThatThrownBy(leaks::check).isInstanceOf(AssertionError.class).hasMessageContaining("a connection");

        connection.close();
        leaks.check();
        assertThat(leaks.mostConnections()).isEqualTo(1);
    }

    private Connection connection() throws SQLException {
        return leaks.watch(TestDatabase.server().dataSource()).getConnection();
    }
}
