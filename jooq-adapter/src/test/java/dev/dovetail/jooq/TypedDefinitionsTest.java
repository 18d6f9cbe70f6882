package dev.dovetail.jooq;

import static dev.dovetail.jooq.generated.Things.THINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.access.RowFilter;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableName;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.junit.jupiter.api.Test;

/** Definitions in generated classes are those of core, with the names that the classes have. */
final class TypedDefinitionsTest {

    @Test
    void object_isCoresObjectRelationship() {
        ObjectRelationship typed = JooqRelationship.object("thing")
                .on("Item")
                .references(THINGS)
                .from("id")
                .to(THINGS.ID)
                .build();

        assertThat(typed)
                .usingRecursiveComparison()
                .isEqualTo(ObjectRelationship.named("thing")
                        .on("Item")
                        .references("shop", "things")
                        .from("id")
                        .to("id")
                        .build());
    }

    @Test
    void array_withWhatIsSaidByName_isCoresArrayRelationship() {
        ArrayRelationship typed = JooqRelationship.array("things")
                .on("Item")
                .references(THINGS)
                .from("code", "padding")
                .to(THINGS.CODE, THINGS.PADDED)
                .and()
                .orderByDescending("price")
                .source("other")
                .nonNull()
                .build();

        assertThat(typed)
                .usingRecursiveComparison()
                .isEqualTo(ArrayRelationship.named("things")
                        .on("Item")
                        .references("shop", "things")
                        .from("code", "padding")
                        .to("code", "padded")
                        .orderByDescending("price")
                        .source("other")
                        .nonNull()
                        .build());
    }

    @Test
    void along_foreignKey_leadsBothWays() {
        ForeignKey<Record, Record> key = Internal.createForeignKey(
                THINGS,
                DSL.name("things_padded_fkey"),
                new TableField[] {THINGS.PADDED},
                THINGS.getPrimaryKey(),
                new TableField[] {THINGS.ID},
                true);

        assertThat(JooqRelationship.object("whole").on("Thing").along(key).build())
                .usingRecursiveComparison()
                .isEqualTo(ObjectRelationship.named("whole")
                        .on("Thing")
                        .references("shop", "things")
                        .from("padded")
                        .to("id")
                        .build());
        assertThat(JooqRelationship.array("parts").on("Thing").along(key).build())
                .usingRecursiveComparison()
                .isEqualTo(ArrayRelationship.named("parts")
                        .on("Thing")
                        .references("shop", "things")
                        .from("id")
                        .to("padded")
                        .build());
    }

    @Test
    void orderBy_fields_isCoresOrder() {
        assertThat(JooqRelationship.array("things")
                        .orderBy(THINGS.CODE, THINGS.PRICE.desc(), THINGS.AT.asc())
                        .build())
                .usingRecursiveComparison()
                .isEqualTo(ArrayRelationship.named("things")
                        .orderBy("code")
                        .orderByDescending("price")
                        .orderBy("at")
                        .build());
    }

    @Test
    void orderBy_whatIsNoColumn_isRefused() {
        JooqRelationship<?, ?> things = JooqRelationship.array("things");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> things.orderBy(DSL.lower(THINGS.CODE)))
                .withMessageContaining("Rows are ordered by columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> things.orderBy(THINGS.CODE.asc().nullsFirst()));
    }

    @Test
    void names_areThoseOfTheDatabase() {
        assertThat(JooqTable.name(THINGS)).isEqualTo(TableName.of("shop", "things"));
        assertThat(JooqTable.names(THINGS.ID, THINGS.OF_DOMAIN)).containsExactly("id", "of_domain");
        assertThat(JooqRows.column(THINGS.ID).eq(1))
                .isEqualTo(RowFilter.column("id").eq(1));
    }

    @Test
    void table_isCoresTable() {
        assertThat(JooqTable.of(THINGS, THINGS.ID, THINGS.OF_DOMAIN)
                        .type("Thing")
                        .build())
                .usingRecursiveComparison()
                .isEqualTo(TableDefinition.of("shop", "things")
                        .type("Thing")
                        .columns("id", "of_domain")
                        .build());
        assertThat(JooqTable.of(THINGS).type("Thing").build().columns()).isEmpty();
    }
}
