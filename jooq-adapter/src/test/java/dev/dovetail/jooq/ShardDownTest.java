package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.Limits;
import dev.dovetail.examples.postgres.LocalPostgres;
import graphql.ExecutionResult;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shard that is down fails the keys whose rows it has, and no others. */
final class ShardDownTest {

    private static final int DEAD = 1;

    private final ShardedShop shop = new ShardedShop();
    private final LocalPostgres dead = ShardedShop.shard(DEAD);
    private final List<Long> living = Stream.of(shop.usersOf(0, 2), shop.usersOf(2, 2))
            .flatMap(List::stream)
            .toList();
    private final List<Long> lost = shop.usersOf(DEAD, 2);
    private final List<Long> all = Stream.of(living, lost).flatMap(List::stream).toList();

    @AfterEach
    void restart() {
        dead.restart();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user { name }",
                "user { name orders { id } }",
                "orders { id total }",
                "orders(limit: 1, order_by: {total: desc}) { id }",
                "orders_aggregate { aggregate { count sum { total } } }",
                "orders_aggregate { aggregate { count } nodes { id } }",
                "indexed(limit: 1) { id }",
                "indexed_aggregate { aggregate { count } }",
                "note { text }"
            })
    void keysOfOtherShards_areAnswered_andThoseOfTheDeadOneFail(String field) {
        Service service = shop.service(all);
        List<Object> whole = outputs(service.execute(query(field)));
        shop.statements();
        dead.stop();

        ExecutionResult result = service.execute(query(field));

        String name = field.substring(0, field.replace('(', ' ').indexOf(' '));
        assertThat(outputs(result).subList(0, 4)).isEqualTo(whole.subList(0, 4));
        assertThat(outputs(result).subList(4, 6)).hasToString("[{" + name + "=null}, {" + name + "=null}]");
        assertThat(Service.errors(result)).containsExactlyInAnyOrder(failed(4, name), failed(5, name));

        dead.restart();
        awaitAnswer(service, field);
        assertThat(outputs(service.execute(query(field)))).isEqualTo(whole);
    }

    /** A server is left alone for a second. */
    private static void awaitAnswer(Service service, String field) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!service.execute(query(field)).getErrors().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** The batch, the partitions, the keys' places among these, and what each of three servers is told and asked. */
    @Test
    void batch_thatFailed_isAskedForOncePerServer() {
        Service service = shop.service(all);
        dead.stop();

        service.execute(query("orders { id }"));

        assertThat(shop.statements()).hasSize(3 + 2 * 3);
    }

    /** The partitions, the keys' places, and what the two living servers are told and asked. */
    @Test
    void shardThatHasJustFailed_isLeftAloneForAMoment() {
        Service service = shop.service(all);
        dead.stop();
        List<String> statements;
        long start;
        do {
            service.execute(query("orders { id }"));
            shop.statements();
            start = System.nanoTime();
            assertThat(service.execute(query("orders { id }")).getErrors()).hasSize(2);
            statements = shop.statements();
        } while (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(900));

        assertThat(statements).hasSize(4);
    }

    @Test
    void otherKeys_whileAShardIsLeftAlone_areAskedForAsAlways() {
        DSLContext dsl = shop.recorded(shop.plain().configuration());
        JooqTableSource source = JooqTableSource.of(dsl);
        Service mixed = Service.of(shop.dovetail(source, all).build(), "type Query { version: String }");
        Service others = Service.of(shop.dovetail(source, living).build(), "type Query { version: String }");
        dead.stop();

        assertThat(mixed.execute(query("orders { id }")).getErrors()).hasSize(2);
        assertThat(others.execute(query("orders { id }")).getErrors()).isEmpty();
        assertThat(mixed.execute(query("note { text }")).getErrors()).hasSize(2);
    }

    @Test
    void oneKeyOfTheDeadShard_isAskedForOnce() {
        Service service = shop.service(lost.subList(0, 1));
        dead.stop();

        assertThat(Service.codes(service.execute(query("orders { id }"))))
                .containsExactly("[outputs, 0, orders] table-lookup-failed");
        assertThat(shop.statements()).hasSize(1);
    }

    @Test
    void keysOfTheDeadShardAlone_areNotAskedForAgain() {
        Service service = shop.service(lost);
        dead.stop();

        assertThat(Service.codes(service.execute(query("orders { id }")))).hasSize(2);
        assertThat(shop.statements()).hasSize(3);
    }

    @Test
    void keysOfLivingShards_areAskedForOnce() {
        Service service = shop.service(living);
        dead.stop();

        assertThat(service.execute(query("orders { id }")).getErrors()).isEmpty();
        assertThat(shop.statements()).hasSize(1);
    }

    /** PostgreSQL may by then have a plan for all keys that there could be, which asks every shard. */
    @Test
    void statement_thatIsPreparedAndOftenUsed_stillFailsNoOtherKeys() throws Exception {
        try (Connection connection = ShardedShop.coordinator().dataSource().getConnection()) {
            connection.createStatement().execute("set plan_cache_mode = force_generic_plan");
            DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
            Service service = shop.service(dsl, living);
            Service mixed = shop.service(dsl, all);
            for (int i = 0; i < 10; i++) {
                service.data(query("orders { id }"));
                mixed.data(query("orders { id }"));
            }
            dead.stop();

            for (int i = 0; i < 10; i++) {
                assertThat(service.execute(query("orders { id }")).getErrors()).isEmpty();
                assertThat(mixed.execute(query("orders { id }")).getErrors()).hasSize(2);
            }
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(dsl.fetchValue("show plan_cache_mode")).isEqualTo("force_generic_plan");
        }
    }

    @Test
    void rowsThatMayBeOnAnyShard_fail() {
        Service service = shop.service(living);
        dead.stop();

        ExecutionResult result = service.execute(query("order { total }"));

        assertThat(Service.codes(result)).hasSize(4).allMatch(error -> error.endsWith(" table-lookup-failed"));
        assertThat(shop.statements()).hasSize(2);
    }

    @Test
    void shardThatDiesDuringABatch_failsItsOwnKeys() throws Exception {
        Service service = shop.service(all);
        try (Connection connection = dead.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table orders");

            CompletableFuture<ExecutionResult> running =
                    CompletableFuture.supplyAsync(() -> service.execute(query("orders { id }")));
            awaitLock();
            dead.stop();

            assertThat(Service.codes(running.get(1, TimeUnit.MINUTES)))
                    .containsExactlyInAnyOrder(
                            "[outputs, 4, orders] table-lookup-failed", "[outputs, 5, orders] table-lookup-failed");
        }
    }

    @Test
    void shardThatIsTooSlow_failsTheBatch() throws Exception {
        DSLContext dsl = shop.explained("-c statement_timeout=500");
        Service service = shop.service(dsl, all);
        try (Connection connection = dead.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table orders");

            assertThat(Service.codes(service.execute(query("orders { id }")))).hasSize(6);
            assertThat(shop.statements()).hasSize(1);
        }
    }

    @Test
    void transactionOfTheHosts_goesOn() {
        DSLContext dsl = shop.recorded(shop.plain().configuration());
        JooqTableSource source = JooqTableSource.perContext(context -> context.<DSLContext>get(DSLContext.class))
                .catalog(dsl)
                .build();
        Dovetail dovetail = shop.dovetail(source, all).build();
        Service service = Service.of(dovetail, "type Query { version: String }");
        shop.plain().execute("truncate local");
        dead.stop();

        ExecutionResult result = dsl.transactionResult(transaction -> {
            transaction.dsl().execute("insert into local values (1)");
            ExecutionResult answer = service.execute(
                    query("orders { id }"), input -> input.graphQLContext(Map.of(DSLContext.class, transaction.dsl())));
            transaction.dsl().execute("insert into local values (2)");
            return answer;
        });

        assertThat(result.getErrors()).hasSize(2);
        assertThat(outputs(result).subList(0, 4))
                .noneMatch(output -> output.toString().contains("null"));
        assertThat(shop.plain().fetchValue("select count(*) from local")).isEqualTo(2L);
    }

    @Test
    void limits_areThoseOfTheWholeBatch() {
        dead.stop();

        assertThat(Service.codes(limited(Limits.builder().rowsPerRequest(8).build())))
                .hasSize(2);
        assertThat(Service.codes(limited(Limits.builder().rowsPerRequest(7).build())))
                .hasSize(6)
                .allMatch(error -> error.endsWith(" row-limit-exceeded"));
        assertThat(Service.codes(limited(Limits.builder().bytesPerBatch(1_000).build())))
                .hasSize(2);
        assertThat(Service.codes(limited(Limits.builder().bytesPerBatch(400).build())))
                .hasSize(6)
                .allMatch(error -> error.endsWith(" memory-limit-exceeded"));
    }

    private ExecutionResult limited(Limits limits) {
        JooqTableSource source = JooqTableSource.of(shop.plain());
        return Service.of(shop.dovetail(source, all).limits(limits).build(), "type Query { version: String }")
                .execute(query("orders { id }"));
    }

    private void awaitLock() {
        DSLContext dsl = DSL.using(dead.dataSource(), SQLDialect.POSTGRES);
        long waiting = 0;
        while (waiting == 0) {
            waiting = dsl.fetchSingle("select count(*) from pg_locks where not granted")
                    .into(long.class);
        }
    }

    private static String query(String field) {
        return "{ outputs { " + field + " } }";
    }

    private static String failed(int output, String field) {
        return "[outputs, " + output + ", " + field + "] table-lookup-failed: The lookup of relationship Output."
                + field.replace("_aggregate", "") + " failed";
    }

    private static List<Object> outputs(ExecutionResult result) {
        return result.<Map<String, List<Object>>>getData().get("outputs");
    }
}
