package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A join that scans its table is no fault, but a warning with the statement that mends it. */
final class MissingIndexTest {

    private static final TableName ITEMS = TableName.of("public", "items");
    private static final List<Column> COLUMNS = List.of(
            column("id", ColumnKind.INTEGER, false),
            column("order_id", ColumnKind.INTEGER, false),
            column("the \"line\"", ColumnKind.INTEGER, false));

    @Test
    void arrayRelationship_withoutIndex_warnsWithDdl() {
        assertThat(warnings(items("order_id"), table()))
                .containsExactly("WARN Relationship Output.items has no index to find its rows by, so that each lookup "
                        + "reads all of public.items: create index on \"public\".\"items\" (\"order_id\")");
    }

    @Test
    void arrayRelationship_whoseColumnsLeadAnIndex_doesNotWarn() {
        assertThat(warnings(items("order_id"), table(new Index(List.of("order_id", "id"), false))))
                .isEmpty();
        assertThat(warnings(
                        items("order_id", "id"), table(new Index(List.of("id", "order_id", "the \"line\""), false))))
                .isEmpty();
    }

    @Test
    void arrayRelationship_whoseColumnsComeLaterInAnIndex_warns() {
        assertThat(warnings(items("order_id"), table(new Index(List.of("id", "order_id"), true))))
                .hasSize(1);
        assertThat(warnings(items("order_id", "id"), table(new Index(List.of("id"), true))))
                .hasSize(1);
    }

    @Test
    void objectRelationship_withoutUniqueKey_warnsWithDdlOfQuotedNames() {
        assertThat(warnings(
                        item("order_id", "the \"line\""), table(new Index(List.of("order_id", "the \"line\""), false))))
                .containsExactly("WARN Relationship Output.item is to one row, but nothing in public.items says that "
                        + "there is only one: create unique index on \"public\".\"items\" "
                        + "(\"order_id\", \"the \"\"line\"\"\")");
    }

    @Test
    void objectRelationship_withUniqueKey_doesNotWarn() {
        assertThat(warnings(item("id"), table(new Index(List.of("id"), true)))).isEmpty();
    }

    @Test
    void objectRelationship_thatTakesTheFirst_needsAnIndexOnly() {
        assertThat(warnings(item("order_id").orderBy("id"), table(new Index(List.of("order_id"), false))))
                .isEmpty();
        assertThat(warnings(item("order_id").orderByDescending("id"), table()))
                .singleElement()
                .asString()
                .contains("create index on");
    }

    @Test
    void view_canHaveNoIndex() {
        assertThat(warnings(items("order_id"), Table.view(ITEMS, COLUMNS, null)))
                .isEmpty();
    }

    @Test
    void foreignTable_mayHaveIndexesOfItsOwn() {
        assertThat(warnings(items("order_id"), Table.foreign(ITEMS, COLUMNS, List.of(), null)))
                .isEmpty();
    }

    private static Table table(Index... indexes) {
        return Table.of(ITEMS, COLUMNS, List.of(indexes), null);
    }

    private static ArrayRelationship.Builder items(String... to) {
        return ArrayRelationship.named("items").from(fields(to)).to(to);
    }

    private static ObjectRelationship.Builder item(String... to) {
        return ObjectRelationship.named("item").from(fields(to)).to(to);
    }

    private static String[] fields(String... columns) {
        return List.of("a", "b").subList(0, columns.length).toArray(String[]::new);
    }

    private static List<String> warnings(TableRelationshipBuilder<?, ?> builder, Table table) {
        Relationship relationship =
                builder.on("Output").references("public", "items").build();
        Dovetail dovetail = Dovetail.builder()
                .tables(FakeTables.none().add(table))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .columns("id")
                        .build())
                .relationship(relationship)
                .build();
        try (Logged logged = new Logged()) {
            dovetail.extend(new SchemaParser().parse("type Query { o: Output } type Output { a: Int b: Int }"));
            return logged.lines();
        }
    }
}
