package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins inside a transaction of the host's: they see it, and cannot spoil it. */
final class HostTransactionTest {

    private static final String CREATE = "mutation { createUser(name: \"Hodor\") { id user { id name } } }";

    private TestDatabase database;
    private WatchedConnections connections;
    private DSLContext dsl;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create view broken as select id, 1 / (id - id) as name from users");
        connections = new WatchedConnections(TestDatabase.server().dataSource());
        dsl = DSL.using(connections.dataSource(), SQLDialect.POSTGRES);
    }

    @Test
    void join_insideTheTransaction_seesItsUncommittedRow() {
        ExecutionResult result = inTransaction(service("users"));

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getData().toString()).isEqualTo("{createUser={id=1, user={id=1, name=Hodor}}}");
        assertThat(connections.savepoints()).containsExactly("setSavepoint", "releaseSavepoint");
        assertThat(connections.openConnections()).isZero();
    }

    @Test
    void failingJoin_insideTheTransaction_leavesItUsableAndItsWriteCommitted() {
        Service service = service("broken");

        ExecutionResult result = dsl.transactionResult(transaction -> {
            ExecutionResult answer = answer(service, transaction);
            transaction.dsl().execute("insert into users values (2, 'after')");
            return answer;
        });

        assertThat(Service.codes(result)).containsExactly("[createUser, user] table-lookup-failed");
        assertThat(result.getData().toString()).isEqualTo("{createUser={id=1, user=null}}");
        assertThat(result.getErrors().get(0).getMessage()).doesNotContain("select", "division");
        assertThat(database.plain().fetch("select name from users order by id").getValues(0))
                .isEqualTo(List.of("Hodor", "after"));
        assertThat(connections.savepoints()).containsExactly("setSavepoint", "rollback");
        assertThat(connections.openConnections()).isZero();
    }

    @Test
    void join_inANestedTransaction_leavesTheHostsSavepointsAlone() {
        Service service = service("broken");

        dsl.transaction(outer -> {
            outer.dsl().execute("insert into users values (2, 'outer')");
            outer.dsl().transaction(inner -> answer(service, inner));
        });

        assertThat(database.plain().fetchValue("select count(*) from users")).isEqualTo(2L);
    }

    @Test
    void join_outsideOfATransaction_sendsNoSavepoint() {
        Service service = service("users");

        ExecutionResult result = answer(service, dsl.configuration());

        assertThat(result.getErrors()).isEmpty();
        assertThat(connections.savepoints()).isEmpty();
        assertThat(connections.openConnections()).isZero();
    }

    @Test
    void pool_afterSuccessAndFailure_getsEveryConnectionBack() {
        for (boolean autoCommit : new boolean[] {true, false}) {
            database.run("truncate users");
            try (HikariDataSource pool = pool(autoCommit)) {
                Configuration pooled = DSL.using(pool, SQLDialect.POSTGRES).configuration();
                Function<Service, ExecutionResult> query = service -> service.execute(
                        "{ some: users { user { name } } more: users { user { name } } }",
                        input -> input.graphQLContext(Map.of(DSLContext.class, pooled.dsl())));
                Service working = service("users");
                Service broken = service("broken");
                database.run("insert into users values (1, 'Hodor')");

                for (int i = 0; i < 5; i++) {
                    assertThat(query.apply(working).getErrors()).isEmpty();
                    assertThat(query.apply(broken).getErrors()).hasSize(2);
                }
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
                assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
            }
        }
    }

    private static HikariDataSource pool(boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.server().dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2_000);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    private ExecutionResult inTransaction(Service service) {
        return dsl.transactionResult(transaction -> answer(service, transaction));
    }

    private static ExecutionResult answer(Service service, Configuration transaction) {
        return service.execute(CREATE, input -> input.graphQLContext(Map.of(DSLContext.class, transaction.dsl())));
    }

    /** The action writes through the context's {@code DSLContext}, and joins are made through the same. */
    private Service service(String table) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.perContext(context -> context.<DSLContext>get(DSLContext.class))
                        .catalog(database.plain())
                        .build())
                .types("type UserOutput { id: Int! }")
                .action(ActionDefinition.mutation("createUser")
                        .argument("name", "String!")
                        .returns("UserOutput")
                        .handler(call -> {
                            DSLContext context =
                                    call.environment().getGraphQlContext().get(DSLContext.class);
                            context.execute("insert into users values (1, ?)", call.<String>argument("name"));
                            return Map.of("id", 1);
                        })
                        .build())
                .action(ActionDefinition.query("users")
                        .returns("UserOutput")
                        .handler(call -> Map.of("id", 1))
                        .build())
                .table(TableDefinition.of("public", table)
                        .type("User")
                        .columns("id", "name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", table)
                        .from("id")
                        .to("id")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }
}
