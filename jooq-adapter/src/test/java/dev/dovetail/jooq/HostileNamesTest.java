package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.error.ConfigurationException;
import graphql.schema.idl.SchemaParser;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of schemas, tables and columns are quoted always, whatever is in them and whatever jOOQ is told. */
final class HostileNamesTest {

    private static final String INJECTION = "x\"; drop table public.canary; --";

    private static final String FAMILY = """
            { items {
                children(where: {parent: {key: {_lt: 9}, children: {key: {_in: [1, 2]}}}},
                         order_by: [{parent: {key: asc}}, {parent: {children_aggregate: {max: {key: desc}}}}, {id: desc}]) { id key }
                distinct: children(distinct_on: key, order_by: [{key: asc}, {id: asc}]) { id }
                children_aggregate(where: {key: {_is_null: false}}) { aggregate { count(columns: key, distinct: false) max { key } } nodes { key } }
                children_connection(order_by: {key: desc}, last: 1) { edges { node { key } } }
            } }
            """;

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with("create table canary (id int primary key, k int, name text)");
    }

    static List<String> names() {
        return List.of(
                "a b",
                "Upper",
                "select",
                "user",
                "qu\"ote",
                "{0}",
                "{",
                "?",
                "??",
                ":named",
                "/*",
                "--",
                "\\",
                "'",
                "$1",
                "\u00fc\u00f1\u00ef",
                "\u4e2d\u6587",
                "k",
                "t",
                "r",
                "ord",
                "rank",
                "k0",
                "c0",
                "?column?",
                "bool",
                "found",
                "chosen",
                "a",
                "d",
                "p",
                "t1",
                "a0",
                "o0",
                "a.b",
                INJECTION);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShape_withSuchNames_findsTheRightRows(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        String schema = '"' + "s " + name.replace("\"", "\"\"") + '"';
        String table = schema + "." + quoted;
        run(
                "drop schema if exists " + schema + " cascade",
                "create schema " + schema,
                "create table " + table + " (id int, " + quoted + " int, \"o" + name.replace("\"", "\"\"") + "\" int)",
                "insert into " + table + " select i, i % 3, -i from generate_series(1, 9) i");
        try {
            for (DSLContext dsl : List.of(database.dsl(), unquoted())) {
                assertThat(ids(dsl, name, builder -> {}, 1, 2)).isEqualTo(List.of(List.of(1, 4, 7), List.of(2, 5, 8)));
                assertThat(ids(dsl, name, builder -> builder.orderBy("o" + name), 1, 2))
                        .isEqualTo(List.of(List.of(7, 4, 1), List.of(8, 5, 2)));
                assertThat(ids(dsl, name, builder -> builder.orderByDescending("o" + name), 1))
                        .isEqualTo(List.of(List.of(1, 4, 7)));
                assertThat(firsts(dsl, name, 1, 2)).isEqualTo(List.of(7, 8));
            }
            run("create index on " + table + " (" + quoted + ")");
            assertThat(firsts(database.dsl(), name, 1, 2)).isEqualTo(List.of(7, 8));
            assertThat(firsts(database.dsl(), name, 1)).isEqualTo(List.of(7));
            assertThat(database.plain().fetchValue("select count(*) from canary"))
                    .isEqualTo(0L);
        } finally {
            run("drop schema " + schema + " cascade");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyArgumentAndForm_withSuchNames_findsTheRightRows(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        String schema = '"' + "s " + name.replace("\"", "\"\"") + '"';
        String parents = schema + "." + quoted;
        String children = schema + ".\"c" + name.replace("\"", "\"\"") + '"';
        run(
                "drop schema if exists " + schema + " cascade",
                "create schema " + schema,
                "create table " + parents + " (" + quoted + " int primary key)",
                "create table " + children + " (id int primary key, " + quoted + " int)",
                "insert into " + parents + " values (1), (2)",
                "insert into " + children + " select i, 1 + i % 2 from generate_series(1, 4) i");
        try {
            assertThat(family(unquoted(), name).data(FAMILY))
                    .hasToString("{items=[{children=[{id=4, key=1}, {id=2, key=1}], distinct=[{id=2}],"
                            + " children_aggregate={aggregate={count=2, max={key=1}}, nodes=[{key=1}, {key=1}]},"
                            + " children_connection={edges=[{node={key=1}}]}},"
                            + " {children=[{id=3, key=2}, {id=1, key=2}], distinct=[{id=1}],"
                            + " children_aggregate={aggregate={count=2, max={key=2}}, nodes=[{key=2}, {key=2}]},"
                            + " children_connection={edges=[{node={key=2}}]}}]}");
            assertThat(database.plain().fetchValue("select count(*) from canary"))
                    .isEqualTo(0L);
        } finally {
            run("drop schema " + schema + " cascade");
        }
    }

    @Test
    void injectionThroughDefinitions_isAFaultThatNamesIt() {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .table(TableDefinition.of("public", INJECTION)
                        .type("A")
                        .allColumns()
                        .build())
                .table(TableDefinition.of(INJECTION, "canary")
                        .type("B")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "canary")
                        .type("C")
                        .columns("id", INJECTION)
                        .build())
                .relationship(ObjectRelationship.named("c")
                        .on("Item")
                        .references("public", "canary")
                        .from("k")
                        .to(INJECTION)
                        .build())
                .relationship(ArrayRelationship.named("cs")
                        .on("Item")
                        .references("public", "canary")
                        .from("k")
                        .to("id")
                        .orderBy(INJECTION)
                        .build())
                .build();

        assertThatThrownBy(() ->
                        dovetail.extend(new SchemaParser().parse("type Query { item: Item } type Item { k: Int }")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults()).hasSize(5));
        assertThat(database.plain().fetchValue("select count(*) from canary")).isEqualTo(0L);
    }

    /** As they are: jOOQ would look for placeholders in them. */
    private void run(String... statements) {
        database.plain().connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }

    private DSLContext unquoted() {
        return DSL.using(database.plain()
                .configuration()
                .derive(new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withRenderNameCase(RenderNameCase.UPPER)));
    }

    /** A table that is related to another, both ways, with all forms. */
    private static Service family(DSLContext dsl, String name) {
        String schema = "s " + name;
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .table(TableDefinition.of(schema, name)
                        .type("Parent")
                        .field("key")
                        .column(name)
                        .build())
                .table(TableDefinition.of(schema, "c" + name)
                        .type("Child")
                        .columns("id")
                        .field("key")
                        .column(name)
                        .build())
                .relationship(children(schema, name).on("Item").from("k").build())
                .relationship(children(schema, name)
                        .on("Parent")
                        .from("key")
                        .filterable()
                        .build())
                .relationship(ObjectRelationship.named("parent")
                        .on("Child")
                        .references(schema, name)
                        .from("key")
                        .to(name)
                        .filterable()
                        .build())
                .build();
        List<Map<String, Integer>> items = List.of(Map.of("k", 1), Map.of("k", 2));
        return Service.of(
                dovetail,
                "type Query { items: [Item!]! } type Item { k: Int }",
                wiring -> wiring.type("Query", query -> query.dataFetcher("items", env -> items)));
    }

    private static ArrayRelationship.Builder children(String schema, String name) {
        return ArrayRelationship.named("children")
                .references(schema, "c" + name)
                .to(name)
                .aggregates()
                .connection();
    }

    private static List<List<Integer>> ids(
            DSLContext dsl, String name, Consumer<ArrayRelationship.Builder> more, int... keys) {
        ArrayRelationship.Builder builder = ArrayRelationship.named("rows");
        more.accept(builder);
        List<Map<String, Object>> items = items(dsl, name, builder, keys);
        return items.stream()
                .map(item -> {
                    assertThat((List<?>) item.get("rows"))
                            .allSatisfy(row ->
                                    assertThat(((Map<?, ?>) row).get("key")).isNotNull());
                    return ((List<?>) item.get("rows"))
                            .stream()
                                    .map(row -> (Integer) ((Map<?, ?>) row).get("id"))
                                    .toList();
                })
                .toList();
    }

    /** The first of each key's rows by order, which is a statement of another shape. */
    private static List<Integer> firsts(DSLContext dsl, String name, int... keys) {
        return items(dsl, name, ObjectRelationship.named("rows").orderBy("o" + name), keys).stream()
                .map(item -> (Integer) ((Map<?, ?>) item.get("rows")).get("id"))
                .toList();
    }

    private static <R extends TableRelationship> List<Map<String, Object>> items(
            DSLContext dsl, String name, TableRelationshipBuilder<R, ?> builder, int... keys) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .table(TableDefinition.of("s " + name, name)
                        .type("Row")
                        .columns("id")
                        .field("key")
                        .column(name)
                        .build())
                .relationship(builder.on("Item")
                        .references("s " + name, name)
                        .from("k")
                        .to(name)
                        .build())
                .build();
        List<Map<String, Integer>> items = new ArrayList<>();
        for (int key : keys) {
            items.add(Map.of("k", key));
        }
        Service service = Service.of(
                dovetail,
                "type Query { items: [Item!]! } type Item { k: Int }",
                wiring -> wiring.type("Query", query -> query.dataFetcher("items", env -> items)));
        Map<String, List<Map<String, Object>>> data = cast(service.data("{ items { rows { id key } } }"));
        return data.get("items");
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
