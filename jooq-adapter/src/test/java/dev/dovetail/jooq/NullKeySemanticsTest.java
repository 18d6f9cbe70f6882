package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mapped field that is null or absent joins nothing, and asks nothing of the database. */
final class NullKeySemanticsTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table lines (order_id int, line int, product text)",
                "insert into lines values (1, 1, 'pen'), (1, 2, 'ink'), (null, 3, 'lost'), (null, null, 'void')");
    }

    @Test
    void key_nullOrAbsent_objectIsNullAndArrayEmpty() {
        List<Map<String, Object>> values = new ArrayList<>(keys((Object) null));
        values.add(Map.of());

        Outcome outcome = joinedByOneField().answering(values).select("{ line { product } lines { product } }");

        assertThat(outcome.data()).isEqualTo("[{line=null, lines=[]}, {line=null, lines=[]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void key_nullAmongOthers_othersAreJoinedByOneStatement() {
        Outcome outcome = joinedByOneField().answering(keys(null, 1, null)).select("{ lines { product } }");

        assertThat(outcome.data()).isEqualTo("[{lines=[]}, {lines=[{product=pen}, {product=ink}]}, {lines=[]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void compositeKey_anyFieldNull_joinsNothing() {
        Map<String, Object> noLine = new HashMap<>();
        noLine.put("order", 1);
        noLine.put("line", null);
        Outputs outputs = Outputs.of(database, "order: Int line: Int")
                .table("lines", "Line")
                .join(
                        ObjectRelationship.named("item")
                                .on("Output")
                                .references("public", "lines")
                                .from("order", "line")
                                .to("order_id", "line")
                                .build(),
                        ArrayRelationship.named("items")
                                .on("Output")
                                .references("public", "lines")
                                .from("order", "line")
                                .to("order_id", "line")
                                .build());

        Outcome outcome = outputs.answering(List.of(noLine, Map.of("line", 3), Map.of()))
                .select("{ item { product } items { product } }");

        assertThat(outcome.data()).isEqualTo("[{item=null, items=[]}, {item=null, items=[]}, {item=null, items=[]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void outputs_noneOrNullOnes_askNothing() {
        Outputs outputs = joinedByOneField();

        assertThat(outputs.answering(List.of()).select("{ line { product } }").statements())
                .isEmpty();
        Outcome ofNull = outputs.answering(Arrays.asList(null, null)).select("{ line { product } }");
        assertThat(ofNull.data()).isEqualTo("[null, null]");
        assertThat(ofNull.statements()).isEmpty();
        assertThat(outputs.answering(null).select("{ line { product } }").data())
                .isEqualTo("null");
    }

    private Outputs joinedByOneField() {
        return Outputs.of(database, "key: Int")
                .table("lines", "Line")
                .join(
                        ObjectRelationship.named("line")
                                .on("Output")
                                .references("public", "lines")
                                .from("key")
                                .to("order_id")
                                .build(),
                        ArrayRelationship.named("lines")
                                .on("Output")
                                .references("public", "lines")
                                .from("key")
                                .to("order_id")
                                .build());
    }
}
