package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filter and order are of each key's rows, offset and limit of the whole list of a parent. */
final class ListOfKeysArgumentsTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table tags (id int, label text, rank int)",
                "insert into tags values (1, 'a1', 1), (1, 'a2', 2), (1, 'a3', 3), (2, 'b1', 1), (3, 'c1', null),"
                        + " (3, 'c2', 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ tags { label } }                                             | c2 c1 a1 a2 a3 b1 | a1 a2 a3",
                "{ tags(where: {rank: {_gte: 2}}) { label } }                   | c2 a2 a3          | a2 a3",
                "{ tags(order_by: {rank: desc}) { label } }                     | c1 c2 a3 a2 a1 b1 | a3 a2 a1",
                "{ tags(limit: 3) { label } }                                   | c2 c1 a1          | a1 a2 a3",
                "{ tags(offset: 1) { label } }                                  | c1 a1 a2 a3 b1    | a2 a3",
                "{ tags(offset: 1, limit: 3) { label } }                        | c1 a1 a2          | a2 a3",
                "{ tags(offset: 2147483647, limit: 2147483647) { label } }      |                   |",
                "{ tags(where: {rank: {_lt: 3}}, order_by: {rank: desc}, offset: 1, limit: 2) { label } } | a2 a1 | a1",
            })
    void arguments_ofAList_applyAsSaid(String selection, String first, String second) {
        Outcome outcome = outputs().answering(List.of(ids(3, 1, 2), ids(1))).select(selection);

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[" + tags(first) + ", " + tags(second) + "]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void limit_zero_takesNoStatement() {
        Outcome outcome = outputs().answering(List.of(ids(3, 1))).select("{ tags(limit: 0) { label } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{tags=[]}]");
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void parts_thatReadTheSameRows_shareABatchAndShowTheirOwn() {
        Outcome outcome = outputs()
                .answering(List.of(ids(1, 3), ids(2, 1)))
                .select("{ tags(limit: 3) { label } rest: tags(offset: 1, limit: 2) { label } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{tags=[{label=a1}, {label=a2}, {label=a3}], rest=[{label=a2}, {label=a3}]},"
                        + " {tags=[{label=b1}, {label=a1}, {label=a2}], rest=[{label=a1}, {label=a2}]}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void limitOfARule_boundsWhatIsLeftBehindTheOffset() {
        TableDefinition.Builder tags = TableDefinition.of("public", "tags")
                .type("Tag")
                .allColumns()
                .access(AccessRule.forEveryone().allRows().allColumns().limit(2).build());
        Outputs outputs = outputs(tags).answering(List.of(ids(1, 3), ids(3)));

        assertThat(outputs.select("{ tags { label } }").data())
                .isEqualTo("[" + tags("a1 a2") + ", " + tags("c2 c1") + "]");
        assertThat(outputs.select("{ tags(offset: 2) { label } }").data())
                .isEqualTo("[" + tags("a3 c2") + ", " + tags(null) + "]");
    }

    @Test
    void limitOfTheHosts_isOfWhatIsShown() {
        Outputs outputs = outputs()
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRelationship(2).build()))
                .answering(List.of(ids(1, 2), ids(3)));

        Outcome all = outputs.select("{ tags { label } }");
        Outcome part = outputs.select("{ tags(offset: 2, limit: 2) { label } }");

        assertThat(all.data()).isEqualTo("[{tags=null}, " + tags("c2 c1") + "]");
        assertThat(all.codes()).containsExactly("[outputs, 0, tags] row-limit-exceeded");
        assertThat(part.data()).isEqualTo("[" + tags("a3 b1") + ", " + tags(null) + "]");
        assertThat(part.codes()).isEmpty();
    }

    private static String tags(String labels) {
        return "{tags="
                + (labels == null
                        ? List.of()
                        : Arrays.stream(labels.split(" "))
                                .map(label -> "{label=" + label + "}")
                                .toList())
                + "}";
    }

    private Outputs outputs() {
        return outputs(TableDefinition.of("public", "tags").type("Tag").allColumns());
    }

    private Outputs outputs(TableDefinition.Builder tags) {
        return Outputs.of(database, "ids: [Int]")
                .table(tags.build())
                .join(ArrayRelationship.named("tags")
                        .on("Output")
                        .references("public", "tags")
                        .from("ids")
                        .to("id")
                        .orderBy("rank")
                        .build());
    }

    private static Map<String, Object> ids(Integer... ids) {
        return Map.of("ids", Arrays.asList(ids));
    }
}
