package dev.dovetail.jooq;

import static dev.dovetail.jooq.generated.Things.THINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
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
