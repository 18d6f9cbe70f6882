package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A batch that would be too large fails at its fields, before it is read; the rest is answered. */
final class BatchLimitsTest {

    private static final int MANY = 20_000;
    private static final Limits FEW_BYTES =
            Limits.builder().bytesPerBatch(200_000).build();

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.with(
                "create table notes (id int primary key, owner int not null, body text)",
                "insert into notes select i, 1 + i % 2, repeat('x', 500) from generate_series(1, " + MANY + ") i",
                "create sequence seen",
                "create view many as select owner, body, nextval('seen') as number from notes",
                "create view few as select id, owner, body from notes where id <= 4",
                "create view broken as select id, owner, (1 / (id - id))::text as body from notes");
        connection = TestDatabase.server().dataSource().getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void bytes_tooManyInOneBatch_failItsFieldsAlone() throws SQLException {
        Service service = service(FEW_BYTES);

        ExecutionResult result = service.execute("{ owners { few { id } many { body } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[owners, 0, many] memory-limit-exceeded", "[owners, 1, many] memory-limit-exceeded");
        assertThat(result.<Object>getData())
                .hasToString("{owners=[{few=[{id=2}, {id=4}], many=null}, {few=[{id=1}, {id=3}], many=null}]}");
        assertThat(database.statements()).hasSize(2);
        assertIdle();
        assertThat(service.data("{ owners { few { id } } }"))
                .hasToString("{owners=[{few=[{id=2}, {id=4}]}, {few=[{id=1}, {id=3}]}]}");
    }

    @Test
    void bytes_tooMany_areNotReadByTheDriverEither() {
        for (String owners : List.of("owners", "owner")) {
            database.run("alter sequence seen restart");

            ExecutionResult result = service(FEW_BYTES).execute("{ " + owners + " { many { body number } } }");

            assertThat(result.getErrors()).isNotEmpty();
            assertThat(rowsProduced()).isBetween(100L, 400L);
        }
    }

    @Test
    void bytes_enough_areReadInParts() throws SQLException {
        Map<String, Object> unlimited = service(Limits.NONE).data("{ owners { many { body } } }");
        database.forget();

        Map<String, Object> limited =
                service(Limits.builder().bytesPerBatch(50_000_000).build()).data("{ owners { many { body } } }");

        assertThat(limited).isEqualTo(unlimited);
        assertThat(database.statements()).hasSize(1);
        assertIdle();
    }

    @Test
    void bytes_ofWhatIsComputed_countAsWell() throws SQLException {
        database.run("update notes set body = repeat('y', 200000) where id = 3");

        ExecutionResult result =
                service(FEW_BYTES).execute("{ owners { few_aggregate { aggregate { max { body } } } few { id } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[owners, 0, few_aggregate] memory-limit-exceeded",
                        "[owners, 1, few_aggregate] memory-limit-exceeded");
        assertIdle();
    }

    @Test
    void rows_tooManyInOneBatch_failItsFieldsAlone() throws SQLException {
        database.run("alter sequence seen restart");
        Service service = service(Limits.builder().rowsPerRequest(100).build());

        ExecutionResult result = service.execute("{ owners { few { id } many { number } } }");

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[owners, 0, many] row-limit-exceeded", "[owners, 1, many] row-limit-exceeded");
        assertThat(result.<Object>getData())
                .hasToString("{owners=[{few=[{id=2}, {id=4}], many=null}, {few=[{id=1}, {id=3}], many=null}]}");
        assertThat(rowsProduced()).isEqualTo(97);
        assertIdle();
        assertThat(service.data("{ owner { few { id } } }")).hasToString("{owner={few=[{id=2}, {id=4}]}}");
    }

    @Test
    void limits_ofABatchThatFails_leaveTheConnectionAsItWas() throws SQLException {
        Service service = service(FEW_BYTES);

        ExecutionResult result = service.execute("{ owner { broken { body } few { id } } }");

        assertThat(Service.codes(result)).containsExactly("[owner, broken] table-lookup-failed");
        assertThat(result.<Object>getData()).hasToString("{owner={broken=null, few=[{id=2}, {id=4}]}}");
        assertIdle();
    }

    @Test
    void bytes_inATransactionOfTheHosts_leaveItUsable() throws SQLException {
        connection.setAutoCommit(false);
        Service service = service(FEW_BYTES);
        DSLContext host = DSL.using(connection, SQLDialect.POSTGRES);

        host.execute("update notes set body = 'mine' where id = 1");
        ExecutionResult result = service.execute("{ owners { few { body } many { body } } }");
        host.execute("update notes set body = 'too' where id = 3");
        connection.commit();

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder(
                        "[owners, 0, many] memory-limit-exceeded", "[owners, 1, many] memory-limit-exceeded");
        assertThat(result.<Object>getData().toString()).contains("mine");
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(database.plain()
                        .fetch("select body from notes where id in (1, 3) order by id")
                        .getValues(0))
                .isEqualTo(List.of("mine", "too"));
    }

    /** By the server: sequences go on whatever becomes of a statement. */
    private long rowsProduced() {
        return database.plain().fetchSingle("select last_value from seen").into(long.class);
    }

    private void assertIdle() throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.unwrap(BaseConnection.class).getTransactionState())
                .isEqualTo(TransactionState.IDLE);
    }

    /** All batches on one connection, as with a pool of one. */
    private Service service(Limits limits) {
        JooqTableSource tables = JooqTableSource.of(
                database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES)));
        DovetailBuilder dovetail = Dovetail.builder().tables(tables).limits(limits);
        for (String view : List.of("few", "many", "broken")) {
            dovetail.table(TableDefinition.of("public", view)
                            .type(view)
                            .allColumns()
                            .build())
                    .relationship(ArrayRelationship.named(view)
                            .on("Owner")
                            .references("public", view)
                            .from("id")
                            .to("owner")
                            .aggregates()
                            .build());
        }
        Service service = Service.of(
                dovetail.build(),
                "type Query { owners: [Owner] owner: Owner } type Owner { id: Int }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("owners", environment -> List.of(Map.of("id", 1), Map.of("id", 2)))
                                .dataFetcher("owner", environment -> Map.of("id", 1))));
        database.forget();
        return service;
    }
}
