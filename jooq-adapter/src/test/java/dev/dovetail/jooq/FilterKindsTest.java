package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters by columns of each type: what matches, and what is no value of the column. */
final class FilterKindsTest {

    /** The rows have the ids 1, 2, …; the row behind the last one has a null. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "boolean     | true; false                | _eq: false                         | 2",
                "smallint    | 1; 2; 3                    | _gte: 2                            | 2 3",
                "smallint    | 1                          | _eq: 40000                         | invalid",
                "bigint      | 9007199254740993; 2        | _eq: 9007199254740993              | 1",
                "numeric     | 1.50; 2                    | _in: [1.5, 3]                      | 1",
                "numeric(4,2)| 1.50; 2                    | _eq: 1.504                         |",
                "real        | 0.1; 2                     | _eq: 0.1                           | 1",
                "float8      | 0.1; NaN                   | _gt: 0.1                           | 2",
                "text        | a; A                       | _eq: \"A\"                         | 2",
                "char(3)     | a; b                       | _eq: \"a\"                         | 1",
                "varchar(2)  | ab; b                      | _eq: \"abc\"                       |",
                "mood        | sad; ok; happy             | _gt: \"sad\"                       | 2 3",
                "mood        | sad                        | _eq: \"glad\"                      | invalid",
                "uuid        | 10000000-0000-0000-0000-00000000000A | _eq: \"10000000-0000-0000-0000-00000000000a\" | 1",
                "date        | 2020-02-29; 2020-03-01     | _lt: \"2020-03-01\"                | 1",
                "time        | 12:00; 13:00               | _gt: \"12:30:00\"                  | 2",
                "timestamp   | 2020-01-01 12:00; 2021-01-01 | _lte: \"2020-01-01T12:00:00\"    | 1",
                "timestamptz | 2020-01-01 12:00+00; 2021-01-01 | _eq: \"2020-01-01T13:00:00+01:00\" | 1",
                "interval    | 1 hour; 90 minutes         | _gt: \"1:00\"                      | 2",
                "interval    | 1 hour                     | _eq: \"soon\"                      | invalid",
                "inet        | 10.0.0.1; ::1              | _in: [\"10.0.0.1\"]                | 1",
                "inet        | 10.0.0.1                   | _eq: \"a.b\"                       | invalid",
                "bytea       | \\x00ff; \\x              | _eq: \"AP8=\"                      | 1",
                "bytea       | \\x00ff; \\x              | _nin: [\"\"]                       | 1",
                "bytea       | \\x00ff                   | _eq: \"%\"                         | invalid",
                "int4range   | [1,3); empty               | _eq: \"[1,2]\"                     | 1",
                "int[]       | {1,2}; {3}; {}             | _contains: [2, 1]                  | 1",
                "int[]       | {1,2}; {3}; {}             | _in: [[3], []]                     | 2 3",
                "int[]       | {1,2}; {3}; {}             | _contained_in: [1, 2, 4]           | 1 3",
                "text[]      | {\"a,b\"}; {a,b}; {\"\\\\\"}  | _eq: [\"a,b\"]                     | 1",
                "text[]      | {\"a,b\"}; {a,b}; {\"\\\\\"}  | _eq: [\"\\\\\"]                    | 3",
                "jsonb       | {\"a\":1}; [1]; \"x\"; null | _eq: {a: 1.0}                      | 1",
                "jsonb       | {\"a\":1}; [1]; \"x\"; null | _contains: 1                       | 2",
                "jsonb       | {\"a\":1}; [1]; \"x\"; null | _is_null: false                    | 1 2 3 4",
                "jsonb       | {\"a\":1}; [1]; \"x\"       | _has_key: \"x\"                    | 3",
                "json        | {\"a\":1}; [1]             | _is_null: true                     | 3",
            })
    void filter_ofAType_matches(String type, String values, String comparison, String expected) {
        Outcome outcome = outputs(type, values).select("{ rows(where: {v: {" + comparison + "}}) { id } }");

        if ("invalid".equals(expected)) {
            assertThat(outcome.data()).isEqualTo("[{rows=null}]");
            assertThat(outcome.codes()).containsExactly("[outputs, 0, rows] argument-invalid");
        } else {
            assertThat(outcome.errors()).isEmpty();
            String[] ids = expected == null ? new String[0] : expected.split(" ");
            assertThat(outcome.data())
                    .isEqualTo("[{rows="
                            + Arrays.stream(ids).map(id -> "{id=" + id + "}").toList() + "}]");
            assertThat(outcome.statements()).hasSize(1);
        }
    }

    private static Outputs outputs(String type, String values) {
        String rows = Arrays.stream(values.split(" *; *"))
                .map(value -> "('" + value.replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
        TestDatabase database = TestDatabase.with("create type mood as enum ('sad', 'ok', 'happy')");
        database.plain().connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("create table t (id serial primary key, k int default 1, v " + type + ")");
                statement.execute("insert into t (v) values " + rows + ", (null)");
            }
        });
        return Outputs.of(database, "key: Int")
                .table("t", "T")
                .join(ArrayRelationship.named("rows")
                        .on("Output")
                        .references("public", "t")
                        .from("key")
                        .to("k")
                        .orderBy("id")
                        .build())
                .answering(Outputs.keys(1));
    }
}
