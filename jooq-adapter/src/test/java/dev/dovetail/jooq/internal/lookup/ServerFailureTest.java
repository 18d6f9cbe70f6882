package dev.dovetail.jooq.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08006", "HV00N", "57P01", "57P02", "57P03"})
    void lostServer_thatTheDatabaseReports_isAServers(String state) {
        assertThat(is(new SQLException("reported", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "08003", "42P01", "22012", "40001", "25P02", "HV000"})
    void anythingElse_isNone(String state) {
        assertThat(is(new SQLException("reported", state))).isFalse();
    }

    @Test
    void lostDatabase_isNone() {
        assertThat(is(new SQLException("refused", "08001", new ConnectException())))
                .isFalse();
        assertThat(is(new SQLTransientConnectionException("no connection in the pool", "08001")))
                .isFalse();
        assertThat(is(new SQLException("without a state"))).isFalse();
        assertThat(ServerFailure.is(new IllegalStateException())).isFalse();
    }

    private static boolean is(SQLException cause) {
        return ServerFailure.is(new DataAccessException("", cause));
    }
}
