package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The key is the mapped field's value on the source object, whatever the client selects and however it names it. */
final class KeyFieldSemanticsTest {

    private TestDatabase database;
    private Outputs outputs;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, boss_id int, name text)",
                "insert into users values (1, 2, 'Ann'), (2, null, 'Bob')",
                "create table posts (author int, title text)",
                "insert into posts values (1, 'On Keys'), (2, 'On Rows')");
        outputs = Outputs.of(database, "id: Int other: Int")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table("posts", "Post")
                .join(
                        ObjectRelationship.named("user")
                                .on("Output")
                                .references("public", "users")
                                .from("id")
                                .to("id")
                                .build(),
                        ObjectRelationship.named("boss")
                                .on("User")
                                .references("public", "users")
                                .from("boss_id")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("posts")
                                .on("User")
                                .references("public", "posts")
                                .from("id")
                                .to("author")
                                .build());
    }

    @Test
    void field_notSelected_joinsAndShowsNothingOfItself() {
        Outcome outcome =
                outputs.answering(List.of(Map.of("id", 1, "other", 2))).select("{ user { name } }");

        assertThat(outcome.data()).isEqualTo("[{user={name=Ann}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void field_aliased_joinsByItsOwnName() {
        Outcome outcome = outputs.answering(List.of(Map.of("id", 1, "other", 2)))
                .select("{ mine: id user { name } also: user { name } }");

        assertThat(outcome.data()).isEqualTo("[{mine=1, user={name=Ann}, also={name=Ann}}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void field_otherFieldAliasedToItsName_joinsByTheFieldItself() {
        Outcome outcome =
                outputs.answering(List.of(Map.of("id", 1, "other", 2))).select("{ id: other user { name } }");

        assertThat(outcome.data()).isEqualTo("[{id=2, user={name=Ann}}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void column_thatTheTypeDoesNotShow_joinsTablesAndStaysHidden() {
        Outcome outcome = outputs.answering(List.of(Map.of("id", 1)))
                .select("{ user { id: name boss { name boss { name } } posts { title } } }");

        assertThat(outcome.data()).isEqualTo("[{user={id=Ann, boss={name=Bob, boss=null}, posts=[{title=On Keys}]}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(3);
    }

    record HasId(Integer id) {}

    record HasText(String id) {}

    record HasOptional(Optional<Integer> id) {}

    record HasOptionalInt(OptionalInt id) {}

    record HasOptionalLong(OptionalLong id) {}

    public static final class Bean {
        public Integer getId() {
            return 1;
        }
    }

    public static final class Fields {
        public final int id = 1;
    }

    static List<Object> sources() {
        return List.of(
                new HasId(1),
                new HasText("1"),
                new HasOptional(Optional.of(1)),
                new HasOptionalInt(OptionalInt.of(1)),
                new HasOptionalLong(OptionalLong.of(1)),
                new Bean(),
                new Fields());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void field_ofAnyClassThatGraphqlReads_joins(Object source) {
        Outcome outcome = outputs.answering(List.of(source)).select("{ id user { name } }");

        assertThat(outcome.data()).isEqualTo("[{id=1, user={name=Ann}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void field_emptyOptional_isNull() {
        Outcome outcome = outputs.answering(List.of(
                        new HasOptional(Optional.empty()),
                        new HasOptionalInt(OptionalInt.empty()),
                        new HasOptionalLong(OptionalLong.empty())))
                .select("{ id user { name } }");

        assertThat(outcome.data()).isEqualTo("[{id=null, user=null}, {id=null, user=null}, {id=null, user=null}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).isEmpty();
    }

    record Wrong(Integer identifier) {}

    public static final class Throwing {
        public Integer getId() {
            throw new IllegalStateException("s3cret");
        }
    }

    @Test
    void field_thatTheSourceHasNot_isAnErrorOfThatParentOnly() {
        Outcome outcome = outputs.answering(List.of(new Wrong(1), new HasId(2), new Throwing(), new Object()))
                .select("{ user { name } }");

        assertThat(outcome.data()).isEqualTo("[{user=null}, {user={name=Bob}}, {user=null}, {user=null}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, user] join-key-unreadable",
                        "[outputs, 2, user] join-key-unreadable",
                        "[outputs, 3, user] join-key-unreadable");
        assertThat(outcome.errors()).contains("'id'").doesNotContain("s3cret", "IllegalState");
        assertThat(outcome.statements()).hasSize(1);
    }
}
