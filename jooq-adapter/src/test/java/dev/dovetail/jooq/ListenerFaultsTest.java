package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.CallbackExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A listener of the host's that fails, and no connection to be had: the field has a code, and nothing leaks. */
final class ListenerFaultsTest {

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private TestDatabase database;

    @BeforeEach
    void start() {
        database =
                TestDatabase.with("create table fine (owner int, v int)", "insert into fine values (1, 10), (2, 20)");
        ConnectionUse.grant(database);
    }

    static Stream<Arguments> listeners() {
        CallbackExecuteListener silent = new CallbackExecuteListener();
        return Stream.of(
                        Arguments.of("start", silent.onStart(context -> fail())),
                        Arguments.of("render", silent.onRenderEnd(context -> fail())),
                        Arguments.of("prepare", silent.onPrepareStart(context -> fail())),
                        Arguments.of("prepared", silent.onPrepareEnd(context -> fail())),
                        Arguments.of("bind", silent.onBindEnd(context -> fail())),
                        Arguments.of("execute", silent.onExecuteStart(context -> fail())),
                        Arguments.of("executed", silent.onExecuteEnd(context -> fail())),
                        Arguments.of("end", silent.onEnd(context -> fail())))
                .flatMap(stage -> Stream.of(ConnectionUse.values())
                        .map(use -> Arguments.of(use, stage.get()[0], stage.get()[1])));
    }

    private static void fail() {
        throw new IllegalStateException("secret");
    }

    @ParameterizedTest
    @MethodSource("listeners")
    void listenerThatThrows_leavesNothingOpen(ConnectionUse use, String stage, ExecuteListener listener) {
        DSLContext dsl = dsl(TestDatabase.server().dataSource());
        Service service = service(use);
        ExecutionResult result = use.isOfHost()
                ? dsl.transactionResult(transaction -> execute(
                        service,
                        transaction.dsl().configuration().derive(listener).dsl()))
                : execute(service, dsl.configuration().derive(listener).dsl());

        assertThat(Service.codes(result)).as(stage).hasSize(2).allMatch(code -> code.endsWith("table-lookup-failed"));
        assertThat(result.getErrors().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionUse.class,
            names = {"AUTO_COMMIT", "SESSION", "METERED"})
    void databaseThatIsDown_isAFailedLookup(ConnectionUse use) {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");

        ExecutionResult result = execute(service(use), dsl(nowhere));

        assertThat(Service.codes(result)).hasSize(2).allMatch(code -> code.endsWith("table-lookup-failed"));
    }

    @Test
    void poolThatIsExhausted_isAFailedLookupAndWorksAgainWithAConnection() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Service service = service(ConnectionUse.AUTO_COMMIT);
            DSLContext dsl = dsl(pool);
            ExecutionResult without;
            try (Connection only = pool.getConnection()) {
                without = execute(service, dsl);
            }

            assertThat(Service.codes(without)).hasSize(2).allMatch(code -> code.endsWith("table-lookup-failed"));
            assertThat(execute(service, dsl).getErrors()).isEmpty();
        }
    }

    private DSLContext dsl(DataSource dataSource) {
        return DSL.using(new DefaultConfiguration().set(leaks.watch(dataSource)).set(SQLDialect.POSTGRES));
    }

    private Service service(ConnectionUse use) {
        return Owners.of(database, use::source, "fine").and(use::limits).service();
    }

    private static ExecutionResult execute(Service service, DSLContext dsl) {
        return service.execute("{ owners { fine { v } } }", Owners.through(dsl));
    }
}
