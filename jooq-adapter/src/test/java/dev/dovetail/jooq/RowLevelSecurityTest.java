package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.Limits;
import graphql.ExecutionResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies of PostgreSQL's own hold for each caller, and nothing of one is left on a connection for the next. */
final class RowLevelSecurityTest {

    private static final String ENTER = "select pg_catalog.set_config(?, ?, true), pg_catalog.set_config(?, ?, true)";
    private static final String BOTH =
            "{ a: as(tenant: \"a\", ids: [10, 20]) { ...own } b: as(tenant: \"b\", ids: [10, 20]) { ...own } }"
                    + " fragment own on User { orders { id tenant } }";

    private final TenantRows rows = TenantRows.create();
    private final TestDatabase database = rows.database();
    private WatchedConnections connections;
    private HikariDataSource pool;

    @BeforeEach
    void start() {
        rows.add(10, "a");
        rows.add(20, "b");
        connections = new WatchedConnections(TestDatabase.server().dataSource());
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections.dataSource());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(10_000);
        // Somebody's tenant, as a connection may have one by default: it must never count.
        config.setConnectionInitSql("set app.tenant = 'other'");
        pool = new HikariDataSource(config);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        DSL.using(pool, SQLDialect.POSTGRES).connection(first -> {
            assertIsTheHosts(first);
            DSL.using(pool, SQLDialect.POSTGRES).connection(RowLevelSecurityTest::assertIsTheHosts);
        });
        pool.close();
    }

    @Test
    void tenants_inOneRequest_seeTheirOwnRows() {
        Service service = rows.service(configuration());

        // The server plans anew what depends on the caller, however often a connection has prepared it.
        for (int i = 0; i < 10; i++) {
            assertThat(service.data(BOTH))
                    .hasToString("{a=[{orders=[{id=10, tenant=a}]}, {orders=[]}],"
                            + " b=[{orders=[]}, {orders=[{id=20, tenant=b}]}]}");
        }
    }

    @Test
    void lookup_takesOneStatementMore_inATransaction() {
        Service service = rows.service(configuration());
        service.data(BOTH);
        database.forget();
        connections.transactions();

        service.data(BOTH);

        assertThat(database.statements())
                .hasSize(4)
                .satisfies(statements -> assertThat(statements.get(0)).isEqualTo(ENTER))
                .satisfies(statements -> assertThat(statements.get(2)).isEqualTo(ENTER));
        assertThat(connections.transactions()).containsExactly("begin", "commit", "end", "begin", "commit", "end");
    }

    @Test
    void sessionNone_takesNoStatement_andNoTransaction() {
        Service service = rows.service(configuration(), (session, context) -> DatabaseSession.NONE, Dovetail.builder());
        service.data(BOTH);
        database.forget();
        connections.transactions();

        assertThat(service.data("{ as(ids: [10]) { orders { id } } }")).hasToString("{as=[{orders=[{id=10}]}]}");

        assertThat(database.statements()).hasSize(1).doesNotContain(ENTER);
        assertThat(connections.transactions()).isEmpty();
    }

    @Test
    void requests_atOnceOverASmallPool_neverMix() throws Exception {
        Service service = rows.service(configuration());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String tenant = thread % 2 == 0 ? "a" : "b";
                int own = thread % 2 == 0 ? 10 : 20;
                runs.add(threads.submit(() -> {
                    for (int i = 0; i < 30; i++) {
                        assertThat(orders(service, tenant, 10, 20)).containsExactly(own);
                        if (i % 10 == 0) {
                            service.execute("{ as(tenant: \"" + tenant + "\", ids: [10]) { broken { tenant } } }");
                        }
                    }
                }));
            }
            for (Future<?> run : runs) {
                run.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void values_ofAnySpelling_areValues() {
        List<String> tenants = List.of(
                "o'clock", "\"", "\\", "a\nb", "?", "{0}", ":x", "'; set role postgres; --", "$1", "none", "\u20ac");
        Service service = rows.service(configuration());
        for (int i = 0; i < tenants.size(); i++) {
            rows.add(100 + i, tenants.get(i));
        }
        orders(service, "a", 10, 20);
        List<String> statements = database.statements();

        for (int i = 0; i < tenants.size(); i++) {
            assertThat(orders(service, tenants.get(i), 10, 100 + i)).containsExactly(100 + i);
            assertThat(database.statements()).isEqualTo(statements);
        }
    }

    @Test
    void value_thatTheSessionLacks_showsNoRow() {
        Service service = rows.service(configuration());

        assertThat(orders(service, "a", 10)).containsExactly(10);
        assertThat(orders(service, null, 1, 2, 3, 10, 20)).isEmpty();
        assertThat(orders(service, "", 1, 2, 3, 10, 20)).isEmpty();
    }

    @Test
    void lookup_fails_othersAreAnswered() {
        Service service = rows.service(configuration());

        ExecutionResult result =
                service.execute("{ as(tenant: \"a\", ids: [10]) { broken { tenant } secrets { id } orders { id } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[as, 0, broken] table-lookup-failed", "[as, 0, secrets] table-lookup-failed");
        assertThat(result.<Object>getData()).hasToString("{as=[{broken=null, secrets=null, orders=[{id=10}]}]}");
    }

    @Test
    void lookup_cancelled_othersAreAnswered() {
        Service service = rows.service(configuration().derive(new Settings().withQueryTimeout(1)));

        ExecutionResult result = service.execute("{ as(tenant: \"a\", ids: [10]) { slow { tenant } orders { id } } }");

        assertThat(Service.codes(result)).containsExactly("[as, 0, slow] table-lookup-failed");
        assertThat(result.<Object>getData()).hasToString("{as=[{slow=null, orders=[{id=10}]}]}");
    }

    @Test
    void lookup_tooLarge_othersAreAnswered() {
        Service service = rows.service(
                configuration(),
                TenantRows::session,
                Dovetail.builder().limits(Limits.builder().bytesPerBatch(50_000).build()));

        ExecutionResult result =
                service.execute("{ as(tenant: \"a\", ids: [1, 10]) { large { tenant } orders { id } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[as, 0, large] memory-limit-exceeded", "[as, 1, large] memory-limit-exceeded");
        assertThat(result.<Object>getData())
                .hasToString("{as=[{large=null, orders=[]}, {large=null, orders=[{id=10}]}]}");
    }

    @Test
    void session_thatTheDatabaseRefuses_readsNothing() {
        String query = "{ as(tenant: \"a\", ids: [10]) { orders(where: { id: { _gt: 1 } }) { id } } }";
        for (DatabaseSession refused : List.of(
                DatabaseSession.NONE.role("nobody's"),
                DatabaseSession.NONE.role(TenantRows.ROLE.toUpperCase()),
                DatabaseSession.NONE.setting("no setting", "x"))) {
            Service service = rows.service(configuration(), (session, context) -> refused, Dovetail.builder());
            database.forget();

            ExecutionResult result = service.execute(query);

            assertThat(Service.codes(result)).containsExactly("[as, 0, orders] table-lookup-failed");
            assertThat(database.statements()).hasSize(1);
        }
    }

    @Test
    void session_thatCannotBeMade_readsNothing() {
        Service service = rows.service(
                configuration(), (session, context) -> DatabaseSession.NONE.role("none"), Dovetail.builder());
        database.forget();

        ExecutionResult result = service.execute("{ as(tenant: \"a\", ids: [10]) { orders { id } } }");

        assertThat(Service.codes(result)).containsExactly("[as, 0, orders] table-lookup-failed");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void transactionOfTheHosts_keepsItsOwnSettings() {
        Service service = rows.service(configuration());
        DSLContext dsl = DSL.using(configuration());

        dsl.transaction(transaction -> {
            DSLContext host = transaction.dsl();
            host.execute("set local app.tenant = 'the host'");
            host.execute("insert into orders values (40, 40, 'a')");
            connections.savepoints();

            ExecutionResult result = service.execute(
                    "{ as(tenant: \"a\", ids: [20, 40]) { orders { id } broken { tenant } } }",
                    input -> input.graphQLContext(Map.of("host", host)));

            assertThat(result.<Object>getData())
                    .hasToString("{as=[{orders=[], broken=null}, {orders=[{id=40}], broken=null}]}");
            assertThat(connections.savepoints())
                    .containsExactlyInAnyOrder(
                            "setSavepoint", "rollback", "releaseSavepoint", "setSavepoint", "rollback");
            assertThat(callerOf(host)).containsExactly("postgres", "the host");
            host.execute("insert into orders values (50, 50, 'a')");
        });

        assertThat(orders(service, "a", 40, 50)).containsExactly(40, 50);
    }

    private static void assertIsTheHosts(Connection connection) throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(callerOf(DSL.using(connection))).containsExactly("postgres", "other");
    }

    private static List<Object> callerOf(DSLContext dsl) {
        return dsl.fetchSingle("select current_user::text, current_setting('app.tenant')")
                .intoList();
    }

    private Configuration configuration() {
        return new DefaultConfiguration().set(pool).set(SQLDialect.POSTGRES);
    }

    private static List<Integer> orders(Service service, String tenant, Integer... ids) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("tenant", tenant);
        variables.put("ids", List.of(ids));
        Map<String, List<Map<String, List<Map<String, Integer>>>>> data = service.execute(
                        "query ($tenant: String, $ids: [Int!]!) { as(tenant: $tenant, ids: $ids) { orders { id } } }",
                        input -> input.variables(variables))
                .getData();
        return data.get("as").stream()
                .flatMap(user -> user.get("orders").stream())
                .map(order -> order.get("id"))
                .toList();
    }
}
