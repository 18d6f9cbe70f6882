package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins in transactions of the host's, begun by jOOQ or by Spring, with one connection to be had. */
final class TransactionsTest {

    private static final String CREATE = "mutation { create { id users { name } broken { name } } }";

    /** One lookup in each shape of statement. */
    private static final String SHAPES = """
            { all { id users { name items { v } top: items(limit: 1) { v } } } one { users { name } }
              page: one { users_connection(first: 1) { edges { cursor node { name } } } }
              some: all { users_aggregate { aggregate { count } nodes { name } } } }
            """;

    private static final String SHAPES_ANSWER = "{all=[{id=1, users=[{name=Ann, items=[{v=5}, {v=6}], top=[{v=5}]}]},"
            + " {id=2, users=[{name=Ben, items=[], top=[]}]}], one={users=[{name=Ann}]}, page={users_connection={edges=[";

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private TestDatabase database;
    private HikariDataSource pool;
    private DataSource watched;

    /** Who begins the transaction. */
    enum Host {
        JOOQ,
        SPRING
    }

    /** How the transaction cannot write. */
    enum ReadOnly {
        CONNECTION,
        STATEMENT,
        SPRING
    }

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "insert into users values (1, 'Ann'), (2, 'Ben')",
                "create table items (id int primary key, user_id int, v int)",
                "create index on items (user_id)",
                "insert into items values (1, 1, 5), (2, 1, 6)",
                "create view broken as select id, 1 / (id - id) as name from users");
        ConnectionUse.grant(database);
        pool = pool(false);
        watched = leaks.watch(pool);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void join_inATransaction_seesItsUncommittedRowWhichARollBackTakesAway(Host host) {
        ExecutionResult result = transaction(host, true, dsl -> create(dsl));

        assertCreated(result);
        assertThat(names()).containsExactly("Ann", "Ben");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void lookupThatFails_inATransaction_letsItBeCommitted(Host host) {
        ExecutionResult result = transaction(host, false, dsl -> {
            ExecutionResult answer = create(dsl);
            dsl.execute("insert into users values (4, 'after')");
            return answer;
        });

        assertCreated(result);
        assertThat(names()).containsExactly("Ann", "Ben", "Hodor", "after");
    }

    @Test
    void isolationOfSpringsTransaction_isAsItWas() {
        TransactionTemplate serializable = template();
        serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        DSLContext dsl = aware();

        Object isolation = serializable.execute(status -> {
            create(dsl);
            return dsl.fetchValue("show transaction_isolation");
        });

        assertThat(isolation).isEqualTo("serializable");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void roleAndSettings_inATransaction_areTheHostsAgainBehindALookup(Host host) {
        Object seen = transaction(host, false, dsl -> {
            dsl.execute("set local app.tenant = 'host'");
            Service service = service(dsl, ConnectionUse.HOST_SESSION);
            assertThat(service.execute("{ one { users { name } broken { name } } }")
                            .getErrors())
                    .hasSize(1);
            return dsl.fetchValue("select current_user || ' ' || current_setting('app.tenant')");
        });

        assertThat(seen).isEqualTo("postgres host");
    }

    @ParameterizedTest
    @EnumSource(ReadOnly.class)
    void everyShape_worksWhereNothingMayBeWritten(ReadOnly kind) {
        for (ConnectionUse use : ConnectionUse.values()) {
            ExecutionResult result = readOnly(kind, dsl -> service(dsl, use).execute(SHAPES));

            assertThat(result.getErrors()).as("%s", use).isEmpty();
            assertThat(result.getData().toString())
                    .startsWith(SHAPES_ANSWER)
                    .contains("node={name=Ann}", "users_aggregate={aggregate={count=1}, nodes=[{name=Ben}]}");
        }
    }

    private ExecutionResult readOnly(ReadOnly kind, Function<DSLContext, ExecutionResult> work) {
        return switch (kind) {
            case CONNECTION -> {
                try (HikariDataSource readOnly = pool(true)) {
                    DataSource mine = leaks.watch(readOnly);
                    assertThat(mine.getConnection()).satisfies(connection -> {
                        assertThat(connection.isReadOnly()).isTrue();
                        connection.close();
                    });
                    yield work.apply(DSL.using(mine, SQLDialect.POSTGRES));
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
            case STATEMENT ->
                transaction(Host.JOOQ, false, dsl -> {
                    dsl.execute("set transaction read only");
                    return work.apply(dsl);
                });
            case SPRING -> {
                TransactionTemplate readOnly = template();
                readOnly.setReadOnly(true);
                DSLContext dsl = aware();
                yield readOnly.execute(status -> {
                    assertThat(dsl.fetchValue("show transaction_read_only")).isEqualTo("on");
                    return work.apply(dsl);
                });
            }
        };
    }

    private <T> T transaction(Host host, boolean rollBack, Function<DSLContext, T> work) {
        if (host == Host.SPRING) {
            DSLContext dsl = aware();
            return template().execute(status -> {
                T result = work.apply(dsl);
                if (rollBack) {
                    status.setRollbackOnly();
                }
                return result;
            });
        }
        DSLContext dsl = DSL.using(watched, SQLDialect.POSTGRES);
        List<T> results = new ArrayList<>();
        try {
            dsl.transaction(transaction -> {
                results.add(work.apply(transaction.dsl()));
                if (rollBack) {
                    throw new RollBackException();
                }
            });
        } catch (RollBackException e) {
            assertThat(rollBack).isTrue();
        }
        return results.get(0);
    }

    private static final class RollBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private TransactionTemplate template() {
        return new TransactionTemplate(new DataSourceTransactionManager(watched));
    }

    /** What Spring Boot gives a service: connections are those of the transaction that the thread is in. */
    private DSLContext aware() {
        return DSL.using(new TransactionAwareDataSourceProxy(watched), SQLDialect.POSTGRES);
    }

    private ExecutionResult create(DSLContext dsl) {
        return service(dsl, ConnectionUse.HOST).execute(CREATE);
    }

    private static void assertCreated(ExecutionResult result) {
        assertThat(Service.codes(result)).containsExactly("[create, broken] table-lookup-failed");
        assertThat(result.getData().toString()).isEqualTo("{create={id=3, users=[{name=Hodor}], broken=null}}");
    }

    private List<Object> names() {
        return List.copyOf(
                database.plain().fetch("select name from users order by id").getValues(0, Object.class));
    }

    private static HikariDataSource pool(boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        config.setReadOnly(readOnly);
        return new HikariDataSource(config);
    }

    private Service service(DSLContext dsl, ConnectionUse use) {
        JooqTableSource.Builder source = JooqTableSource.perContext(context -> dsl)
                .roundTrips(use.hasSession() ? RoundTrips.ONE_PER_RELATIONSHIP : RoundTrips.FEWEST)
                .catalog(database.plain());
        use.source(source);
        Dovetail dovetail = Dovetail.builder()
                .tables(source.build())
                .limits(
                        use == ConnectionUse.METERED
                                ? Limits.builder().bytesPerBatch(100_000).build()
                                : Limits.NONE)
                .types("type Key { id: Int! }")
                .action(ActionDefinition.mutation("create")
                        .returns("Key")
                        .handler(call -> {
                            dsl.execute("insert into users values (3, 'Hodor')");
                            return Map.of("id", 3);
                        })
                        .build())
                .action(ActionDefinition.query("one")
                        .returns("Key")
                        .handler(call -> Map.of("id", 1))
                        .build())
                .action(ActionDefinition.query("all")
                        .returns("[Key]")
                        .handler(call -> List.of(Map.of("id", 1), Map.of("id", 2)))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .columns("v")
                        .build())
                .table(TableDefinition.of("public", "broken")
                        .type("Broken")
                        .columns("name")
                        .build())
                .relationship(
                        many("Key", "users", "id").aggregates().connection().build())
                .relationship(many("Key", "broken", "id").build())
                .relationship(many("User", "items", "user_id").orderBy("id").build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }

    private static ArrayRelationship.Builder many(String type, String table, String to) {
        return ArrayRelationship.named(table)
                .on(type)
                .references("public", table)
                .from("id")
                .to(to);
    }
}
