package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages go on behind any value that a column can have. */
final class PageOrdersTest {

    private TestDatabase database;
    private Outputs outputs;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "boolean          | true; false",
                "smallint         | -32768; 0; 32767",
                "bigint           | -9223372036854775808; 0; 9223372036854775807",
                "numeric          | -Infinity; -1e40; 0.000000000000000000001; 1.50; 1e40; Infinity; NaN",
                "real             | -Infinity; -1e30; 0.1; 1e-40; Infinity; NaN",
                "float8           | -Infinity; -1e300; 0.1; 1e-310; Infinity; NaN",
                "text             | ; a; A; it's; \\; \"; ü; \uD83D\uDE00; a%; ?; {0}",
                "varchar(3)       | a; ab; abc",
                "char(3)          | a; ab; abc",
                "name             | a; b",
                "mood             | sad; ok; happy",
                "uuid             | 00000000-0000-0000-0000-000000000001; ffffffff-ffff-ffff-ffff-ffffffffffff",
                "date             | -infinity; 0044-03-15 BC; 2020-02-29; 20000-01-01; infinity",
                "time             | 00:00; 12:34:56.789012; 23:59:59.999999; 24:00",
                "timetz           | 00:00+00; 12:00+15:59; 12:00-15:59; 23:59:59.999999+00",
                "timestamp        | -infinity; 0044-03-15 01:02:03 BC; 2020-02-29 23:59:59.999999; 20000-01-01; infinity",
                "timestamptz      | -infinity; 0044-03-15 01:02:03+00 BC; 2020-02-29 23:59:59.999999+01; infinity",
                "interval         | -1 day; 1 hour; 1 mon 2 days; 30 days",
                "inet             | 10.0.0.1; 10.0.0.0/8; ::1",
                "bytea            | \\x; \\x00; \\xff00; \\x5c",
                "bit(3)           | 000; 101",
                "int4range        | empty; [1,2); [1,); (,)",
                "int[]            | {}; {1}; {1,NULL}; {1,2}; {{1,2},{3,4}}",
                "text[]           | {}; {NULL}; {\"NULL\"}; {\"a,b\"}; {\"\\\"\"}; {\"\\\\\"}; {a,b}",
                "date[]           | {infinity}; {2020-01-01}; {}",
            })
    void pages_ofOneRow_inTheOrderOfAColumn_showEachRowOnce(String type, String values) {
        for (String direction : List.of("asc", "desc_nulls_last")) {
            create(type, values, direction.equals("asc"));
            List<Integer> expected = sorted(direction);
            List<Integer> reversed = new ArrayList<>(expected);
            Collections.reverse(reversed);
            assertThat(walk(direction, "first: 1, after: ", "endCursor", expected.size()))
                    .as(direction)
                    .isEqualTo(expected);
            assertThat(walk(direction, "last: 1, before: ", "startCursor", expected.size()))
                    .as(direction)
                    .isEqualTo(reversed);
        }
    }

    /** Every value, and two nulls. With an index, rows with a value and rows without are looked for apart. */
    private void create(String type, String values, boolean indexed) {
        String rows = Arrays.stream(values.split(" *; *"))
                .map(value -> "('" + value.replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
        database = TestDatabase.with("create type mood as enum ('sad', 'ok', 'happy')");
        database.plain().connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("create table t (id serial primary key, k int default 1, v " + type + ")");
                statement.execute("insert into t (v) values " + rows + ", (null), (null)");
                if (indexed) {
                    statement.execute("create index on t (k, v)");
                }
            }
        });
        outputs = Outputs.of(database, "key: Int")
                .table("t", "T")
                .join(ArrayRelationship.named("rows")
                        .on("Output")
                        .references("public", "t")
                        .from("key")
                        .to("k")
                        .connection()
                        .build())
                .answering(Outputs.keys(1));
    }

    private List<Integer> sorted(String direction) {
        String sql = direction.replaceFirst("_nulls_", " nulls ");
        String ids = direction.startsWith("desc") ? "desc" : "asc";
        return database.plain()
                .fetch("select id from t order by v " + sql + ", id " + ids)
                .into(int.class);
    }

    @SuppressWarnings("unchecked") // the schema says so
    private List<Integer> walk(String direction, String arguments, String cursor, int most) {
        List<Integer> ids = new ArrayList<>();
        Object next = null;
        do {
            String place = next == null ? "null" : "\"" + next + "\"";
            Outcome outcome = outputs.select("{ rows_connection(order_by: {v: " + direction + "}, " + arguments + place
                    + ") { edges { node { id } } pageInfo { " + cursor + " } } }");
            assertThat(outcome.errors()).isEmpty();
            assertThat(outcome.statements()).hasSize(1);
            Map<String, List<Map<String, Map<String, Object>>>> data =
                    outcome.result().getData();
            Map<String, Object> page = data.get("outputs").get(0).get("rows_connection");
            ((List<Map<String, Map<String, Integer>>>) page.get("edges"))
                    .forEach(edge -> ids.add(edge.get("node").get("id")));
            next = ((Map<String, Object>) page.get("pageInfo")).get(cursor);
        } while (next != null && ids.size() <= most);
        return ids;
    }
}
