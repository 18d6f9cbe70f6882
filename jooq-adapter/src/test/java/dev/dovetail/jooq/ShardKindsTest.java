package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions of every kind: one on a shard that lives, one on a shard that is dead, one in the database itself. */
final class ShardKindsTest {

    private final ShardedShop shop = new ShardedShop();
    private final DSLContext dsl = shop.plain();

    @AfterEach
    void restart() {
        ShardedShop.shard(1).restart();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text          | list (k)   | in ('a')                    | in ('b')                  | a b c",
                "varchar(3)    | list (k)   | in ('a')                    | in ('b', 'B')             | a b c",
                "char(3)       | list (k)   | in ('a')                    | in ('b')                  | a b c",
                "text          | range (k)  | from ('a') to ('b')         | from ('b') to ('c')       | a b c",
                "int           | range (k)  | from (minvalue) to (10)     | from (10) to (20)         | 5 15 25",
                "numeric(10,2) | range (k)  | from (0) to (10)            | from (10) to (20)         | 5.1 15 25",
                "date          | range (k)  | from ('2024-01-01') to ('2025-01-01') | from ('2025-01-01') to ('2026-01-01')"
                        + " | 2024-05-05 2025-12-31 2026-01-01",
            })
    void deadPartition_failsItsKeys(String type, String by, String living, String dead, String keys) {
        create(type, by, living, dead, keys.split(" "));

        assertOnlySecondFails(answer(service(JooqTableSource.of(dsl), keys)));
    }

    @Test
    void partitionsOfPartitions_areFoundByTheirWholeKey() {
        dsl.execute("drop table if exists kinds cascade");
        dsl.execute("create table kinds (k int not null, v int) partition by range (k)");
        dsl.execute("create table kinds_1 partition of kinds for values from (0) to (20) partition by list (k)");
        dsl.execute("create table kinds_rest partition of kinds default");
        spread("kinds_1", "k int not null, v int", "in (5)", "in (15)");
        dsl.execute("insert into kinds values (5, 1), (15, 2), (25, 3)");

        assertOnlySecondFails(answer(service(JooqTableSource.of(dsl), "5 15 25")));
    }

    @Test
    void expressions_sayOfNoKeyWhereItIs() {
        create("text", "list (lower(k))", "in ('a')", "in ('b')", "a", "b", "c");

        assertThat(answer(service(JooqTableSource.of(dsl), "a b c")).getErrors())
                .hasSize(3);
    }

    @Test
    void keyWithoutAPartition_hasNoRows() {
        create("text", "list (k)", "in ('a')", "in ('b')", "a", "b", "c");
        dsl.execute("drop table kinds_rest");

        ExecutionResult result = answer(service(JooqTableSource.of(dsl), "a b c"));

        assertThat(result.<Object>getData()).hasToString("{outputs=[{rows=[{v=1}]}, {rows=null}, {rows=[]}]}");
        assertThat(result.getErrors()).hasSize(1);
    }

    @Test
    void sessionOfTheCaller_isTheServersToo() {
        create("text", "list (k)", "in ('a')", "in ('b')", "a", "b", "c");
        dsl.execute("grant select on kinds to public");
        dsl.execute("alter table kinds enable row level security");
        dsl.execute("alter table kinds force row level security");
        dsl.execute("create policy own on kinds using (current_setting('app.tenant') = 'acme')");
        dsl.execute("do $$ begin create role clerk; exception when duplicate_object then null; end $$");
        for (String tenant : List.of("acme", "other")) {
            JooqTableSource source = JooqTableSource.on(dsl)
                    .databaseSession((session, context) ->
                            DatabaseSession.NONE.role("clerk").setting("app.tenant", tenant))
                    .build();

            ExecutionResult result = answer(service(source, "a b c"));

            assertThat(result.<Object>getData())
                    .hasToString(
                            tenant.equals("acme")
                                    ? "{outputs=[{rows=[{v=1}]}, {rows=null}, {rows=[{v=3}]}]}"
                                    : "{outputs=[{rows=[]}, {rows=null}, {rows=[]}]}");
            ShardedShop.shard(1).restart();
        }
    }

    @Test
    void tableOfATenant_hasItsOwnPartitions() {
        create("text", "list (k)", "in ('b')", "in ('c')", "a", "b", "c");
        dsl.execute("drop schema if exists tenant cascade");
        dsl.execute("create schema tenant");
        dsl.execute("create table tenant.kinds (k text not null, v int) partition by list (k)");
        for (int shard = 0; shard < 2; shard++) {
            DSLContext remote = DSL.using(ShardedShop.shard(shard).dataSource(), SQLDialect.POSTGRES);
            remote.execute("drop table if exists others");
            remote.execute("create table others (k text not null, v int)");
            dsl.execute("create foreign table tenant.kinds_" + shard + " partition of tenant.kinds for values in ('"
                    + List.of("a", "b").get(shard) + "') server " + ShardedShop.name(shard)
                    + " options (schema_name 'public', table_name 'others')");
        }
        dsl.execute("create table tenant.rest partition of tenant.kinds default");
        dsl.execute("insert into tenant.kinds values ('a', 1), ('b', 2), ('c', 3)");
        Settings mapped = new Settings()
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("tenant")));
        DSLContext tenants = DSL.using(dsl.configuration().derive(mapped));

        assertOnlySecondFails(answer(service(
                JooqTableSource.perContext(context -> tenants).catalog(dsl).build(), "a b c")));
    }

    private void create(String type, String by, String living, String dead, String... keys) {
        String columns = "k " + type + " not null, v int";
        dsl.execute("drop table if exists kinds cascade");
        dsl.execute("create table kinds (" + columns + ") partition by " + by);
        spread("kinds", columns, living, dead);
        dsl.execute("create table kinds_rest partition of kinds default");
        for (int i = 0; i < keys.length; i++) {
            dsl.execute("insert into kinds values ('" + keys[i] + "', " + (i + 1) + ")");
        }
    }

    private void spread(String table, String columns, String... bounds) {
        for (int shard = 0; shard < bounds.length; shard++) {
            DSLContext remote = DSL.using(ShardedShop.shard(shard).dataSource(), SQLDialect.POSTGRES);
            remote.execute("drop table if exists kinds");
            remote.execute("create table kinds (" + columns + ")");
            dsl.execute("create foreign table kinds_" + ShardedShop.name(shard) + " partition of " + table
                    + " for values " + bounds[shard] + " server " + ShardedShop.name(shard)
                    + " options (table_name 'kinds')");
        }
    }

    private static void assertOnlySecondFails(ExecutionResult result) {
        assertThat(result.<Object>getData()).hasToString("{outputs=[{rows=[{v=1}]}, {rows=null}, {rows=[{v=3}]}]}");
        assertThat(Service.codes(result)).containsExactly("[outputs, 1, rows] table-lookup-failed");
    }

    private static ExecutionResult answer(Service service) {
        ShardedShop.shard(1).stop();
        return service.execute("{ outputs { rows { v } } }");
    }

    private static Service service(JooqTableSource source, String keys) {
        Dovetail dovetail = Dovetail.builder()
                .tables(source)
                .session(context -> Session.ANONYMOUS)
                .types("type Output { id: String! }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output!]")
                        .handler(call -> Arrays.stream(keys.split(" "))
                                .map(id -> Map.of("id", id))
                                .toList())
                        .build())
                .table(TableDefinition.of("public", "kinds")
                        .type("Kind")
                        .columns("v")
                        .build())
                .relationship(ArrayRelationship.named("rows")
                        .on("Output")
                        .references("public", "kinds")
                        .from("id")
                        .to("k")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }
}
