package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapped field that is a list of keys gives the rows of all keys, in the order of the list. */
final class ListOfKeysSemanticsTest {

    private TestDatabase database;
    private Outputs outputs;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table tags (id int, label text, rank int)",
                "insert into tags values (1, 'a2', 2), (1, 'a1', 1), (2, 'b1', 1), (3, 'c1', 1)");
        outputs = Outputs.of(database, "ids: [Int]")
                .table("tags", "Tag")
                .join(ArrayRelationship.named("tags")
                        .on("Output")
                        .references("public", "tags")
                        .from("ids")
                        .to("id")
                        .orderBy("rank")
                        .build());
    }

    @Test
    void list_anyOrder_givesRowsInItsOrder() {
        Outcome outcome = outputs.answering(List.of(ids(3, 1, 2), ids(1, 3))).select("{ tags { label } }");

        assertThat(outcome.data())
                .isEqualTo("[{tags=[{label=c1}, {label=a1}, {label=a2}, {label=b1}]},"
                        + " {tags=[{label=a1}, {label=a2}, {label=c1}]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void list_duplicatesNullsAndUnknown_duplicatesStayTheOthersGiveNothing() {
        Outcome outcome = outputs.answering(List.of(ids(2, null, 2, 99, 3))).select("{ tags { label } }");

        assertThat(outcome.data()).isEqualTo("[{tags=[{label=b1}, {label=b1}, {label=c1}]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void list_emptyNullAbsentOrOfNulls_isEmptyWithoutStatement() {
        Outcome outcome = outputs.answering(
                        List.of(ids(), ids((Integer) null), java.util.Collections.singletonMap("ids", null), Map.of()))
                .select("{ tags { label } }");

        assertThat(outcome.data()).isEqualTo("[{tags=[]}, {tags=[]}, {tags=[]}, {tags=[]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void list_oneKeyOfOneParent_takesTheSameRows() {
        Outcome outcome = outputs.answering(List.of(ids(1))).select("{ tags { label } }");

        assertThat(outcome.data()).isEqualTo("[{tags=[{label=a1}, {label=a2}]}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    /** A bean, whose properties nobody looks at before. */
    public static final class Mixed {
        public List<Object> getIds() {
            return List.of(1, "x");
        }
    }

    @Test
    void list_oneKeyInvalid_failsThatParentOnly() {
        Outcome outcome = outputs.answering(List.of(new Mixed(), ids(2))).select("{ tags { label } }");

        assertThat(outcome.data()).isEqualTo("[{tags=null}, {tags=[{label=b1}]}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, tags] join-key-invalid");
        assertThat(outcome.statements()).hasSize(1);
    }

    record OfArray(int[] ids) {}

    record OfStrings(String[] ids) {}

    record OfSet(Set<Integer> ids) {}

    record OfIterable(Iterable<Integer> ids) {}

    static List<Object> everyListThatGraphqlTakes() {
        Iterable<Integer> iterable = () -> List.of(2, 3).iterator();
        return List.of(
                new OfArray(new int[] {2, 3}),
                new OfStrings(new String[] {"2", "3"}),
                new OfSet(new TreeSet<>(List.of(2, 3))),
                new OfIterable(iterable));
    }

    @ParameterizedTest
    @MethodSource("everyListThatGraphqlTakes")
    void list_anyClassThatIsAListInGraphql_isRead(Object output) {
        Outcome outcome = outputs.answering(List.of(output)).select("{ ids tags { label } }");

        assertThat(outcome.data()).isEqualTo("[{ids=[2, 3], tags=[{label=b1}, {label=c1}]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void column_arrayOfKeysInATable_isJoinedToRows() {
        database.run(
                "create table posts (id int primary key, tag_ids int[])",
                "insert into posts values (1, '{3,null,1}'), (2, null), (3, '{}')");
        Outputs posts = Outputs.of(database, "id: Int")
                .table("tags", "Tag")
                .table("posts", "Post")
                .join(
                        ArrayRelationship.named("posts")
                                .on("Output")
                                .references("public", "posts")
                                .from("id")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("tags")
                                .on("Post")
                                .references("public", "tags")
                                .from("tag_ids")
                                .to("id")
                                .orderBy("rank")
                                .build());

        Outcome outcome = posts.answering(List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)))
                .select("{ posts { tags { label } } }");

        assertThat(outcome.data())
                .isEqualTo("[{posts=[{tags=[{label=c1}, {label=a1}, {label=a2}]}]},"
                        + " {posts=[{tags=[]}]}, {posts=[{tags=[]}]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
    }

    private static Map<String, Object> ids(Integer... ids) {
        return Map.of("ids", Arrays.asList(ids));
    }
}
