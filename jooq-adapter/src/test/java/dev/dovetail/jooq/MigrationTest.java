package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionResult;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection that has prepared a statement on the server goes on after the table behind it was altered. */
final class MigrationTest {

    /** From the fifth execution on, the driver has a statement prepared on the server. */
    private static final int OFTEN = 8;

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private TestDatabase database;

    @BeforeEach
    void start() {
        database =
                TestDatabase.with("create table fine (owner int, v int)", "insert into fine values (1, 10), (2, 20)");
        ConnectionUse.grant(database);
    }

    /** The driver prepares such a statement anew by itself only where no transaction can be lost; the adapter elsewhere. */
    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void columnThatIsAltered_isReadByTheSameConnection(ConnectionUse use) {
        SingleConnectionDataSource only = new SingleConnectionDataSource(
                TestDatabase.server().jdbcUrl(), TestDatabase.server().user(), "", true);
        try {
            assertReadsWhatIsAltered(use, only);
        } finally {
            only.destroy();
        }
    }

    /** HikariCP throws a connection away for such an error, so that the lookup must take another. */
    @ParameterizedTest
    @EnumSource(
            value = ConnectionUse.class,
            names = {"AUTO_COMMIT", "SESSION", "METERED"})
    void columnThatIsAltered_isReadByAnotherConnectionOfThePool(ConnectionUse use) {
        try (HikariDataSource pool = pool("never")) {
            assertReadsWhatIsAltered(use, pool);
        }
    }

    /** In the host's transaction there is no other one: the driver must be told to help itself. */
    @ParameterizedTest
    @EnumSource(
            value = ConnectionUse.class,
            names = {"HOST", "HOST_SESSION"})
    void columnThatIsAltered_isReadInTheHostsTransactionWhereTheDriverSaves(ConnectionUse use) {
        try (HikariDataSource pool = pool("conservative")) {
            assertReadsWhatIsAltered(use, pool);
        }
    }

    private void assertReadsWhatIsAltered(ConnectionUse use, DataSource dataSource) {
        DSLContext dsl = DSL.using(leaks.watch(dataSource), SQLDialect.POSTGRES);
        Service service =
                Owners.of(database, use::source, "fine").and(use::limits).service();
        for (int i = 0; i < OFTEN; i++) {
            assertThat(answer(service, use, dsl).getErrors()).isEmpty();
        }
        for (String type : List.of("bigint", "int", "smallint")) {
            database.run("alter table fine alter v type " + type);
            for (int i = 0; i < OFTEN; i++) {
                ExecutionResult result = answer(service, use, dsl);
                assertThat(result.getErrors()).isEmpty();
                assertThat(result.getData().toString()).contains("v=10", "v=20");
            }
        }
    }

    private static HikariDataSource pool(String autosave) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.server().jdbcUrl() + "?autosave=" + autosave);
        config.setUsername(TestDatabase.server().user());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static ExecutionResult answer(Service service, ConnectionUse use, DSLContext dsl) {
        String query = "{ owners { fine { v } } }";
        return use.isOfHost()
                ? dsl.transactionResult(transaction -> service.execute(query, Owners.through(transaction.dsl())))
                : service.execute(query, Owners.through(dsl));
    }
}
