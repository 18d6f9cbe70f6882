package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.Outputs.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relationship is nullable so that it fails alone; where it is declared non-null, its parent is null with it. */
final class NonNullSemanticsTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "insert into users values (1, 'Ann'), (2, 'Bob')");
    }

    @Test
    void nonNullBuilder_noRowOrBadKey_nullsThatParentOnly() {
        Outputs outputs = Outputs.of(database, "key: ID")
                .table("users", "User")
                .join(
                        Outputs.userByKey("user").nonNull().build(),
                        Outputs.usersByKey("users").nonNull().build());

        Outcome objects = outputs.answering(keys(1, 99, "x", null)).select("{ user { name } }");
        assertThat(objects.data()).isEqualTo("[{user={name=Ann}}, null, null, null]");
        assertThat(objects.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 1, user] null", "[outputs, 2, user] join-key-invalid", "[outputs, 3, user] null");
        assertThat(objects.statements()).hasSize(1);

        Outcome arrays = outputs.select("{ users { name } }");
        assertThat(arrays.data()).isEqualTo("[{users=[{name=Ann}]}, {users=[]}, null, {users=[]}]");
        assertThat(arrays.codes()).containsExactly("[outputs, 2, users] join-key-invalid");
        assertThat(arrays.statements()).hasSize(1);
    }

    @Test
    void hostsOwnField_declaredNonNull_staysSo() {
        Outputs outputs = Outputs.of(
                        database, "[Output!]", "type Output { key: ID user: User! users: [User!]! maybe: [User]! }")
                .table("users", "User")
                .join(
                        Outputs.userByKey("user").build(),
                        Outputs.usersByKey("users").build(),
                        Outputs.usersByKey("maybe").build());

        Outcome found = outputs.answering(keys(2)).select("{ user { name } users { name } maybe { name } }");
        assertThat(found.data()).isEqualTo("[{user={name=Bob}, users=[{name=Bob}], maybe=[{name=Bob}]}]");
        assertThat(found.codes()).isEmpty();
        assertThat(found.statements()).hasSize(3);

        Outcome missing = outputs.answering(keys(2, 99)).select("{ user { name } }");
        assertThat(missing.data()).isEqualTo("null");
        assertThat(missing.codes()).containsExactly("[outputs, 1, user] null");
        assertThat(missing.statements()).hasSize(1);

        Outcome none = outputs.answering(keys(99)).select("{ users { name } maybe { name } }");
        assertThat(none.data()).isEqualTo("[{users=[], maybe=[]}]");
        assertThat(none.codes()).isEmpty();
    }

    @Test
    void generatedField_byDefault_isNullableAndItsRowsAreNot() {
        Outputs outputs = Outputs.of(database, "key: ID")
                .table("users", "User")
                .join(
                        Outputs.userByKey("user").build(),
                        Outputs.usersByKey("users").build());

        Outcome types = outputs.ask(
                "{ __type(name: \"Output\") { fields { name type { kind name ofType { kind ofType { name } } } } } }",
                input -> {});

        assertThat(types.result().<Object>getData().toString())
                .contains(
                        "{name=user, type={kind=OBJECT, name=User, ofType=null}}",
                        "{name=users, type={kind=LIST, name=null, ofType={kind=NON_NULL, ofType={name=User}}}}");
    }
}
