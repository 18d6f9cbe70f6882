package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key that the column cannot take costs its own parent the field and nobody else: no failed statement, no wrong match.
 */
final class InvalidKeySemanticsTest {

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "int          | abc",
                "int          | \"\"",
                "int          | \" 1\"",
                "int          | 1.0",
                "int          | 2147483648",
                "int          | -2147483649",
                "smallint     | 32768",
                "smallint     | 65537",
                "bigint       | 9223372036854775808",
                "bigint       | 1e3",
                "numeric      | one",
                "numeric      | NaN",
                "float8       | 1e400",
                "uuid         | 7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a1",
                "uuid         | {7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11}",
                "uuid         | 1-1-1-1-1",
                "date         | 2020-02-30",
                "date         | 2020-1-1",
                "date         | now",
                "timestamptz  | 2020-01-01T00:00:00",
                "timestamp    | infinity",
                "mood         | SAD",
                "mood         | angry",
            })
    void key_isNoValueOfTheColumn_onlyThatFieldFails(String type, String key) {
        TestDatabase database = TestDatabase.with(
                "drop type if exists mood",
                "create type mood as enum ('sad', 'ok')",
                "create table things (key " + type + ", name text)",
                "insert into things values (" + valid(type) + ", 'found'), (null, 'lost')");
        Outputs outputs = joined(database, "ID");

        Outcome outcome = outputs.answering(keys(key, validKey(type))).select("{ thing { name } things { name } }");

        assertThat(outcome.data())
                .isEqualTo("[{thing=null, things=null}, {thing={name=found}, things=[{name=found}]}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, thing] join-key-invalid", "[outputs, 0, things] join-key-invalid");
        assertThat(outcome.statements()).hasSize(2);
    }

    @Test
    void key_numbersThatDoNotFit_areNeverRounded() {
        TestDatabase database = TestDatabase.with(
                "create table things (key int, name text)", "insert into things values (1, 'one'), (0, 'zero')");
        Outputs outputs = joined(database, "ID");

        Outcome outcome = outputs.answering(keys(4294967297L, 1.5, new java.math.BigDecimal("1.5"), 1.0e20, true))
                .select("{ thing { name } }");

        assertThat(outcome.data()).isEqualTo("[{thing=null}, {thing=null}, {thing=null}, {thing=null}, {thing=null}]");
        assertThat(outcome.codes()).hasSize(5).allMatch(code -> code.endsWith("join-key-invalid"));
        assertThat(outcome.statements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "varchar(3)", "char(3)", "citext"})
    void key_textThatNoDatabaseStores_onlyThatFieldFails(String type) {
        TestDatabase database = TestDatabase.with(
                "drop extension if exists citext cascade",
                "create extension citext schema public",
                "create table things (key " + type + ", name text)",
                "insert into things values ('abc', 'found')");

        Outcome outcome = joined(database, "String")
                .answering(keys("abc\0", "\uD800", "abc"))
                .select("{ thing { name } }");

        assertThat(outcome.data()).isEqualTo("[{thing=null}, {thing=null}, {thing={name=found}}]");
        assertThat(outcome.codes())
                .containsExactly("[outputs, 0, thing] join-key-invalid", "[outputs, 1, thing] join-key-invalid");
        assertThat(outcome.statements()).hasSize(1);
    }

    /** A cast to the column's exact type would cut the key off, or round it, into one that matches. */
    @ParameterizedTest
    @CsvSource({"varchar(3),abcd,abc", "char(3),abcd,abc", "'numeric(4,1)',1.04,1.0"})
    void key_longerThanTheColumn_matchesNothing(String type, String key, String stored) {
        TestDatabase database = TestDatabase.with(
                "create table things (key " + type + ", name text)",
                "insert into things values ('" + stored + "', 'wrong')");
        Outputs outputs = joined(database, "ID");

        Outcome alone = outputs.answering(keys(key)).select("{ thing { name } }");
        assertThat(alone.data()).isEqualTo("[{thing=null}]");
        assertThat(alone.codes()).isEmpty();

        Outcome batch = outputs.answering(keys(key, key + "1")).select("{ thing { name } }");
        assertThat(batch.data()).isEqualTo("[{thing=null}, {thing=null}]");
        assertThat(batch.codes()).isEmpty();
    }

    @Test
    void compositeKey_onePartInvalid_onlyThatFieldFails() {
        TestDatabase database = TestDatabase.with(
                "create table lines (order_id int, line smallint, name text)",
                "insert into lines values (1, 1, 'pen'), (1, 0, 'wrong')");
        Outputs outputs = Outputs.of(database, "order: Int line: Int")
                .table("lines", "Line")
                .join(ObjectRelationship.named("item")
                        .on("Output")
                        .references("public", "lines")
                        .from("order", "line")
                        .to("order_id", "line")
                        .build());

        Outcome outcome = outputs.answering(List.of(Map.of("order", 1, "line", 65536), Map.of("order", 1, "line", 1)))
                .select("{ item { name } }");

        assertThat(outcome.data()).isEqualTo("[{item=null}, {item={name=pen}}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, item] join-key-invalid");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void key_invalid_valueIsNotInTheError() {
        TestDatabase database = TestDatabase.with("create table things (key int, name text)");

        Outcome outcome = joined(database, "ID").answering(keys("s3cret")).select("{ thing { name } }");

        assertThat(outcome.errors())
                .contains("Output.thing", "join-key-invalid")
                .doesNotContain("s3cret");
    }

    private static Outputs joined(TestDatabase database, String keyType) {
        return Outputs.of(database, "key: " + keyType)
                .table("things", "Thing")
                .join(
                        ObjectRelationship.named("thing")
                                .on("Output")
                                .references("public", "things")
                                .from("key")
                                .to("key")
                                .build(),
                        ArrayRelationship.named("things")
                                .on("Output")
                                .references("public", "things")
                                .from("key")
                                .to("key")
                                .build());
    }

    private static String valid(String type) {
        return "'" + validKey(type) + "'";
    }

    private static String validKey(String type) {
        return switch (type) {
            case "uuid" -> "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
            case "date" -> "2020-03-01";
            case "timestamp" -> "2020-01-01T00:00:00";
            case "timestamptz" -> "2020-01-01T00:00:00Z";
            case "mood" -> "sad";
            default -> "1";
        };
    }
}
