package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows can be filtered only by relationships that their database can follow. */
final class FilterableFaultsTest {

    private static final String SDL = "type Query { item: Item } type Output { id: ID! }";

    @Test
    void relationship_onATypeThatIsNoTables_isRefused() {
        assertThat(faults(parent().on("Output").from("id").build()))
                .containsExactly("Output.parent: no rows can be filtered by it: type Output is no table's; "
                        + "leave .filterable() out");
    }

    @Test
    void relationship_onAnInterfaceOfATablesType_isPartOfThatTypesFilter() {
        String sdl = "type Query { named: Named } interface Named { id: Int } type Item implements Named { id: Int }";
        Dovetail dovetail = dovetail(
                        parent().on("Named").from("id").build(),
                        ArrayRelationship.named("items")
                                .on("Item")
                                .references("public", "items")
                                .from("id")
                                .to("id")
                                .build())
                .build();

        assertThat(Printed.withoutDescriptions(dovetail, sdl)).contains("  parent: Item_bool_exp\n");
    }

    @Test
    void relationship_keyedByAFunction_isRefused() {
        assertThat(faults(parent().from().keyedBy(source -> source).build()))
                .containsExactly("Item.parent: no rows can be filtered by it: it is keyed by a function, "
                        + "which the database does not know; map columns; leave .filterable() out");
    }

    @Test
    void relationship_fromAListOfKeys_isRefused() {
        assertThat(faults(ArrayRelationship.named("others")
                        .on("Item")
                        .references("public", "items")
                        .from("other_ids")
                        .to("id")
                        .filterable()
                        .build()))
                .containsExactly("Item.others: no rows can be filtered by it: its key is a list; "
                        + "map a column with one value; leave .filterable() out");
    }

    @Test
    void relationship_toAnotherSource_isRefused() {
        assertThat(faults(parent().source("archive").build()))
                .containsExactly("Item.parent: no rows can be filtered by it: tables public.items and "
                        + "archive:public.items have different sources; leave .filterable() out");
    }

    @ParameterizedTest
    @CsvSource({"small_id, small_id", "small_id, big_id", "big_id, id", "name, name", "mood, mood"})
    void columns_thatTheDatabaseCompares_areNoFault(String from, String to) {
        assertThat(faults(parent().from(from).to(to).build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id, price, integer, decimal",
        "name, mood, text, mood",
        "mood, weather, mood, weather",
        "price, score, decimal, double"
    })
    void columns_ofOtherKinds_areRefused(String from, String to, String fromType, String toType) {
        assertThat(faults(parent().from(from).to(to).build()))
                .containsExactly("Item.parent: no rows can be filtered by it: the database cannot compare column '"
                        + from + "' of type " + fromType + " with column '" + to + "' of type " + toType
                        + "; leave .filterable() out");
    }

    private static ObjectRelationship.Builder parent() {
        return ObjectRelationship.named("parent")
                .on("Item")
                .references("public", "items")
                .from("id")
                .to("id")
                .filterable();
    }

    private static List<String> faults(TableRelationship relationship) {
        return Faults.of(dovetail(relationship), SDL);
    }

    private static DovetailBuilder dovetail(TableRelationship... relationships) {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(FakeTables.none().add(items(TableName.DEFAULT_SOURCE)))
                .tables("archive", FakeTables.none().add(items("archive")))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "items")
                        .source("archive")
                        .type("OldItem")
                        .allColumns()
                        .build());
        List.of(relationships).forEach(dovetail::relationship);
        return dovetail;
    }

    private static Table items(String source) {
        return Table.of(
                new TableName(source, "public", "items"),
                List.of(
                        column("id", ColumnKind.INTEGER, false),
                        column("small_id", ColumnKind.SMALLINT, true),
                        column("big_id", ColumnKind.BIGINT, true),
                        column("price", ColumnKind.DECIMAL, true),
                        column("score", ColumnKind.DOUBLE, true),
                        column("name", ColumnKind.TEXT, true),
                        new Column("mood", ColumnType.enumeration("mood", List.of("SAD")), true, null),
                        new Column("weather", ColumnType.enumeration("weather", List.of("SAD")), true, null),
                        new Column(
                                "other_ids",
                                ColumnType.arrayOf(ColumnType.of(ColumnKind.INTEGER, "int4")),
                                true,
                                null)),
                List.of(new Index(List.of("id"), true)),
                null);
    }
}
