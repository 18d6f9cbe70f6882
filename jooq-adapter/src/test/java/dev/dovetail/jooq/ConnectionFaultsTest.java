package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Service;
import graphql.ExecutionResult;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails in the database, and however the connection is used: the field has a code, and nothing leaks. */
final class ConnectionFaultsTest {

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private TestDatabase database;
    private HikariDataSource pool;
    private DSLContext dsl;

    /** What fails, by the name of a table. */
    enum Fault {
        SLOW("table-lookup-failed"),
        KILLED("table-lookup-failed"),
        CANCELLED("table-lookup-failed"),
        DIVIDED("table-lookup-failed"),
        UNREADABLE("table-lookup-failed|table-changed"),
        DROPPED("table-changed"),
        MANY("row-limit-exceeded|memory-limit-exceeded");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table fine (owner int, v int)",
                "insert into fine values (1, 10), (2, 20)",
                "create table written (v int)",
                "create table many as select 1 + n % 2 as owner, n as v from generate_series(1, 400) n",
                "create table unreadable as select * from fine",
                "create table dropped as select * from fine",
                "create function kill() returns int language sql security definer as"
                        + " 'select pg_terminate_backend(pg_backend_pid())::int + length(pg_sleep(1)::text)'",
                "create function cancel() returns int language sql security definer as"
                        + " 'select pg_cancel_backend(pg_backend_pid())::int + length(pg_sleep(1)::text)'",
                "create view slow as select f.* from fine f, pg_sleep(60)",
                "create view killed as select owner, v + kill() as v from fine",
                "create view cancelled as select owner, v + cancel() as v from fine",
                "create view divided as select owner, 100 / (90 - v) as v from many where v <= 90");
        ConnectionUse.grant(database);
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        pool = new HikariDataSource(config);
        dsl = DSL.using(new DefaultConfiguration()
                .set(leaks.watch(pool))
                .set(SQLDialect.POSTGRES)
                .set(new Settings().withQueryTimeout(3)));
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(ConnectionUse.values())
                .flatMap(use -> Stream.of(Fault.values()).map(fault -> Arguments.of(use, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void lookupThatFails_inWhateverWay_leavesNothingOpenAndTheConnectionAsItWas(ConnectionUse use, Fault fault) {
        Service service = service(use, "fine", fault.table());
        database.run("alter table unreadable alter v type text using 'no number'", "drop table dropped");

        ExecutionResult result = answer(service, use, fault.table());

        assertThat(Service.codes(result))
                .filteredOn(code -> code.contains(fault.table()))
                .hasSize(2)
                .allMatch(code -> code.matches(".*] (" + fault.code + ")"));
        assertThat(result.getData().toString()).contains(fault.table() + "=null");
        if (fault == Fault.KILLED && use.isOfHost()) {
            // whichever of the two lookups comes second finds no connection; which that is, nobody says
            assertThat(Service.codes(result)).hasSizeBetween(2, 4).allMatch(code -> code.contains(fault.code));
        } else {
            assertThat(Service.codes(result)).hasSize(2);
            assertThat(result.getData().toString()).contains("v=10", "v=20");
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        leaks.check();
        ExecutionResult next = answer(service, use, "fine");
        assertThat(next.getErrors()).isEmpty();
        assertThat(next.getData().toString()).contains("v=10", "v=20");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionUse.class,
            names = {"SESSION", "HOST_SESSION"})
    void sessionThatTheDatabaseRefuses_leavesTheConnectionAsItWas(ConnectionUse use) {
        Service service = Owners.of(
                        database,
                        source -> source.databaseSession((session, context) ->
                                DatabaseSession.NONE.setting("app.tenant", "t").role("nobody_of_this_name")),
                        "fine")
                .service();

        ExecutionResult result = answer(service, use, "fine");

        assertThat(Service.codes(result)).hasSize(2).allMatch(code -> code.endsWith("fine] table-lookup-failed"));
    }

    @ParameterizedTest
    @EnumSource(ConnectionUse.class)
    void sessionFunctionThatThrows_takesNoConnection(ConnectionUse use) {
        Service service = Owners.of(
                        database,
                        source -> source.databaseSession((session, context) -> {
                            throw new IllegalStateException("secret");
                        }),
                        "fine")
                .service();

        ExecutionResult result = answer(service, use, "fine");

        assertThat(Service.codes(result)).hasSize(2).allMatch(code -> code.endsWith("fine] table-lookup-failed"));
        assertThat(leaks.mostConnections()).isEqualTo(use.isOfHost() ? 1 : 0);
    }

    private Service service(ConnectionUse use, String... tables) {
        return Owners.of(database, use::source, tables).and(use::limits).service();
    }

    private ExecutionResult answer(Service service, ConnectionUse use, String table) {
        String query = "{ owners { fine { v } " + (table.equals("fine") ? "" : table + " { v }") + " } }";
        if (!use.isOfHost()) {
            return service.execute(query, Owners.through(dsl));
        }
        ExecutionResult[] result = new ExecutionResult[1];
        Throwable failure = catchThrowable(() -> dsl.transaction(transaction -> {
            transaction.dsl().execute("insert into written values (1)");
            result[0] = service.execute(query, Owners.through(transaction.dsl()));
            transaction.dsl().execute("insert into written values (2)");
        }));
        boolean gone = table.equals("killed");
        assertThat(failure != null).isEqualTo(gone);
        assertThat(database.plain().fetchValue("select count(*) % 2 from written"))
                .isEqualTo(0L);
        return result[0];
    }
}
