package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database says which rows match a key; Dovetail says which keys are the same, and keeps the action's own list. */
final class EqualitySemanticsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "citext,Straße-A,straße-a",
                "email,Ann@Example.com,ANN@example.COM",
                "char(6),ab,ab    ",
                "text collate ci,Zoë,ZOË",
                "varchar(10) collate ci,abc,ABC",
                "name,abc,abc",
                "\"numeric(10,2)\",1.50,1.5",
                "numeric,100,1E+2",
                "float8,0.1,0.10",
                "date,2020-02-29,2020-02-29",
                "timestamptz,2020-01-01T12:00:00Z,2020-01-01T13:00:00+01:00",
            })
    void key_spelledDifferently_matchesByTheDatabasesEquality(String type, String stored, String spelled) {
        Outputs outputs = things(type, stored);
        String both = "{ thing { label } things { label } }";
        String found = "{thing={label=found}, things=[{label=found}]}";

        Outcome batch = outputs.answering(keys(spelled, absent(type), stored)).select(both);
        assertThat(batch.data()).isEqualTo("[" + found + ", {thing=null, things=[]}, " + found + "]");
        assertThat(batch.codes()).isEmpty();
        assertThat(batch.statements()).hasSize(2);

        Outcome alone = outputs.answering(keys(spelled)).select(both);
        assertThat(alone.data()).isEqualTo("[" + found + "]");
        assertThat(alone.statements()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"text,abc,ABC", "varchar(9),ab,'ab '", "text,é,e\u0301", "text,1,01"})
    void key_spelledDifferently_isAnotherKeyWhereTheDatabaseSaysSo(String type, String stored, String other) {
        Outcome outcome = things(type, stored).answering(keys(other, stored)).select("{ thing { label } }");

        assertThat(outcome.data()).isEqualTo("[{thing=null}, {thing={label=found}}]");
        assertThat(outcome.codes()).isEmpty();
    }

    @Test
    void keys_equalOnceConverted_areLookedUpOnce() {
        Outcome integers = things("int", "1")
                .answering(keys("1", 1, 1L, new BigDecimal("1"), "1"))
                .select("{ thing { label } }");
        assertThat(integers.data()).isEqualTo("[" + "{thing={label=found}}, ".repeat(4) + "{thing={label=found}}]");
        assertThat(integers.statements()).singleElement().asString().doesNotContain("unnest");

        String uuid = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
        Outcome uuids = things("uuid", uuid)
                .answering(keys(uuid, uuid.toUpperCase(java.util.Locale.ROOT), UUID.fromString(uuid)))
                .select("{ thing { label } }");
        assertThat(uuids.data()).isEqualTo("[" + "{thing={label=found}}, ".repeat(2) + "{thing={label=found}}]");
        assertThat(uuids.statements()).singleElement().asString().doesNotContain("unnest");

        Outcome decimals = things("numeric", "1.00")
                .answering(keys("1.0", 1, new BigDecimal("1.000"), 1.0))
                .select("{ thing { label } }");
        assertThat(decimals.data()).isEqualTo("[" + "{thing={label=found}}, ".repeat(3) + "{thing={label=found}}]");
        assertThat(decimals.statements()).singleElement().asString().doesNotContain("unnest");
    }

    @Test
    void outputs_orderDuplicatesAndNulls_stayAsTheActionGaveThem() {
        TestDatabase database = TestDatabase.with(
                "create table things (key int primary key, label text)",
                "insert into things values (1, 'a'), (2, 'b'), (3, 'c')");
        List<Map<String, Object>> values = new ArrayList<>(keys(3, 1, 3, null, 2, 99, 1));
        values.add(2, null);

        Outcome outcome = joined(database).answering(values).select("{ key thing { label } }");

        assertThat(outcome.data())
                .isEqualTo("[{key=3, thing={label=c}}, {key=1, thing={label=a}}, null, {key=3, thing={label=c}},"
                        + " {key=null, thing=null}, {key=2, thing={label=b}}, {key=99, thing=null},"
                        + " {key=1, thing={label=a}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    private static Outputs things(String type, String stored) {
        TestDatabase database = TestDatabase.with(
                "create extension if not exists citext schema public",
                "create domain email as citext check (value like '%@%')",
                "create collation if not exists ci"
                        + " (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                "create table things (key " + type + ", label text)",
                "insert into things values ('" + stored + "', 'found')");
        return joined(database);
    }

    private static Outputs joined(TestDatabase database) {
        return Outputs.of(database, "key: ID")
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

    private static String absent(String type) {
        return switch (type) {
            case "date" -> "1999-01-01";
            case "timestamptz" -> "1999-01-01T00:00:00Z";
            default -> "7";
        };
    }
}
