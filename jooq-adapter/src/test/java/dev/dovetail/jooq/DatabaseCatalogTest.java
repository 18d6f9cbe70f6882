package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database's own catalog says of a table. */
final class DatabaseCatalogTest {

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with();
    }

    @Test
    void columns_inTheirOrder_withNullsAndComments() {
        database.run(
                "create domain required as text not null",
                "create domain inner_domain as required",
                "create table t (z int not null, dropped int, a text, d required, n inner_domain, i int generated always as identity)",
                "alter table t drop column dropped",
                "comment on table t is 'A \"table\"'",
                "comment on column t.a is 'The a'");

        Table table = describe("t");

        assertThat(table.columns()).extracting(Column::name).containsExactly("z", "a", "d", "n", "i");
        assertThat(table.columns()).extracting(Column::nullable).containsExactly(false, true, false, false, false);
        assertThat(table.columns()).extracting(Column::description).containsExactly(null, "The a", null, null, null);
        assertThat(table.description()).isEqualTo("A \"table\"");
        assertThat(table.isView()).isFalse();
    }

    @Test
    void types_areQualifiedAndWithoutLength() {
        database.run(
                "create type mood as enum ('b', 'a')",
                "create domain code as varchar(3)",
                "create table t (a varchar(3), b numeric(10,2), c char(8), d \"char\", e name, f code, g mood, h mood[],"
                        + " i int[], j timestamp(3), k xml)");

        Table table = describe("t");

        assertThat(table.columns())
                .extracting(column -> column.type().databaseType())
                .containsExactly(
                        "\"pg_catalog\".\"varchar\"",
                        "\"pg_catalog\".\"numeric\"",
                        "\"pg_catalog\".\"bpchar\"",
                        "\"pg_catalog\".\"text\"",
                        "\"pg_catalog\".\"text\"",
                        "\"pg_catalog\".\"varchar\"",
                        "\"public\".\"mood\"",
                        "\"public\".\"mood\"[]",
                        "\"pg_catalog\".\"int4\"[]",
                        "\"pg_catalog\".\"timestamp\"",
                        "\"pg_catalog\".\"xml\"");
        assertThat(table.columns().get(6).type().labels()).containsExactly("b", "a");
        assertThat(table.columns())
                .extracting(column -> column.type().kind())
                .containsExactly(
                        ColumnKind.TEXT,
                        ColumnKind.DECIMAL,
                        ColumnKind.TEXT,
                        ColumnKind.TEXT,
                        ColumnKind.TEXT,
                        ColumnKind.TEXT,
                        ColumnKind.ENUM,
                        ColumnKind.ARRAY,
                        ColumnKind.ARRAY,
                        ColumnKind.TIMESTAMP,
                        ColumnKind.OTHER);
    }

    /** As generated classes leave it out that were told to ({@code outputSchemaToDefault}). */
    @Test
    void schemaLeftOut_isThatOfTheSearchPath() {
        database.run(
                "create table t (id int primary key, k int references t)",
                "insert into t values (7, null), (1, 7), (8, 7), (2, 8)");
        JooqTableSource source = JooqTableSource.of(database.dsl());

        assertThat(source.describe(TableName.of("", "t")).columns()).hasSize(2);
        assertThat(source.foreignKeys(TableName.of("", "t"))).hasSize(1);
        assertThat(source.describe(TableName.of("", "pg_toast_1255"))).isNull();
        KeyTable.of(database, source, "", "t", "k").check(finds(7, 1, 8), finds(8, 2), finds(9));
    }

    @Test
    void views_areDescribedAndHaveNoIndex() {
        database.run(
                "create table t (id int primary key)",
                "create view v as select id, 1 as one from t",
                "create materialized view m as select id from t",
                "create unique index on m (id)",
                "comment on view v is 'The v'");

        assertThat(describe("v").isView()).isTrue();
        assertThat(describe("v").description()).isEqualTo("The v");
        assertThat(describe("v").columns()).extracting(Column::nullable).containsExactly(true, true);
        assertThat(describe("v").isUnique(List.of("id"))).isFalse();
        assertThat(describe("m").isView()).isFalse();
        assertThat(describe("m").isUnique(List.of("id"))).isTrue();
    }

    @Test
    void partitionedTable_isOneTable() {
        database.run(
                "create table p (id int, at date, primary key (id, at)) partition by range (at)",
                "create table p_2026 partition of p for values from ('2026-01-01') to ('2027-01-01')");

        assertThat(describe("p").isUnique(List.of("at", "id"))).isTrue();
        assertThat(describe("p").isIndexed(List.of("id"))).isTrue();
        assertThat(describe("p_2026")).isNotNull();
        assertThat(source().knownTables()).containsExactly("public.p");
    }

    @Test
    void indexes_onlyThoseThatFindAnyKey() {
        database.run(
                """
                create table t (
                  id int primary key, u1 int, u2 int, d int, part int, expr text, inc int, more int, plain int, dist int,
                  brin int, hash int, w int, constraint u unique (u1, u2), unique (d) deferrable, unique (dist))
                """,
                "create unique index on t (part) where part > 0",
                "create unique index on t (lower(expr))",
                "create unique index on t (inc) include (more)",
                "create index on t (plain desc, w)",
                "create index on t using brin (brin)",
                "create index on t using hash (hash)");

        Table table = describe("t");

        assertThat(List.of("id", "u1", "u2", "d", "part", "expr", "inc", "more", "plain", "dist", "brin", "hash", "w"))
                .filteredOn(column -> table.isUnique(List.of(column)))
                .containsExactly("id", "inc", "dist");
        assertThat(List.of("id", "u1", "u2", "d", "part", "expr", "inc", "more", "plain", "dist", "brin", "hash", "w"))
                .filteredOn(column -> table.isIndexed(List.of(column)))
                .containsExactly("id", "u1", "d", "inc", "plain", "dist", "hash");
        assertThat(table.isUnique(List.of("u2", "u1"))).isTrue();
        assertThat(table.isUnique(List.of("inc", "more"))).isTrue();
        assertThat(table.isIndexed(List.of("inc", "more"))).isFalse();
        assertThat(table.isIndexed(List.of("w", "plain"))).isTrue();
        assertThat(table.isIndexed(List.of("plain", "id"))).isFalse();
    }

    @Test
    void missingTables_areSuggested() {
        database.run("create schema shop", "create table shop.orders (id int)", "create table \"Users\" (id int)");
        TypeDefinitionRegistry schema = new SchemaParser().parse("type Query { a: Int }");
        Dovetail dovetail = Dovetail.builder()
                .tables(source())
                .table(TableDefinition.of("shop", "order")
                        .type("Order")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "Users")
                        .type("User2")
                        .allColumns()
                        .build())
                .build();

        assertThatThrownBy(() -> dovetail.extend(schema))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults())
                                .satisfiesExactly(
                                        fault ->
                                                assertThat(fault).contains("shop.order", "did you mean 'shop.orders'?"),
                                        fault -> assertThat(fault)
                                                .contains("public.users", "did you mean 'public.Users'?")));
    }

    @Test
    void catalog_isReadOnceWithAFewStatements() {
        database.run(
                "create table a (id int primary key)",
                "create table b (id int primary key)",
                "create table c (id int primary key)");
        database.forget();

        Dovetail dovetail = Dovetail.builder()
                .tables(source())
                .table(TableDefinition.of("public", "a").type("A").allColumns().build())
                .table(TableDefinition.of("public", "b").type("B").allColumns().build())
                .table(TableDefinition.of("public", "c").type("C").allColumns().build())
                .build();
        assertThat(database.statements()).hasSize(9);

        dovetail.extend(new SchemaParser().parse("type Query { a: Int }"));
        dovetail.extend(new SchemaParser().parse("type Query { a: Int }"));
        dovetail.printSchema(new SchemaParser().parse("type Query { a: Int }"));

        assertThat(database.statements()).isEmpty();
    }

    private Table describe(String name) {
        return source().describe(TableName.of("public", name));
    }

    private JooqTableSource source() {
        return JooqTableSource.of(database.dsl());
    }
}
