package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a client writes into a filter, or a host into a key, is compared and never read as SQL. */
final class HostileFiltersTest {

    private TestDatabase database;
    private Outputs outputs;

    private static List<String> texts() {
        return List.of(
                "'",
                "''",
                "\"",
                "`",
                "\\",
                "\\'",
                "\\\\",
                "?",
                "??",
                "?::int",
                "{0}",
                "{",
                "}",
                "{a,b}",
                "{\"a\"}",
                "NULL",
                "null",
                ":x",
                "::",
                "$1",
                "$$",
                "--",
                "/*",
                "*/",
                "%",
                "_",
                "%%",
                "\\%",
                ";",
                ",",
                "",
                " ",
                " a ",
                "\t",
                "\n",
                "\r\n",
                "\u00fc",
                "u\u0308",
                "\u4e2d",
                "\uD83D\uDE00",
                "\u202e",
                "\u0001",
                "\uFEFF",
                "x'; drop table canary; --",
                "x' or '1'='1",
                "x\\'; drop table canary; --",
                "E'\\x'",
                "U&'\\0061'",
                "a".repeat(10_000));
    }

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table canary (id int)",
                "create table t (id int primary key, k text, v text, tags text[], doc jsonb)");
        database.plain().connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into t values (?, ?, ?, array[?], jsonb_build_object('v', ?, ?, 1))")) {
                for (int i = 0; i < texts().size(); i++) {
                    insert.setInt(1, i);
                    for (int column = 2; column <= 6; column++) {
                        insert.setString(column, column == 2 ? "all" : texts().get(i));
                    }
                    insert.addBatch();
                    insert.setInt(1, 1000 + i);
                    insert.setString(2, texts().get(i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        outputs = Outputs.of(database, "key: String")
                .table("t", "T")
                .join(ArrayRelationship.named("rows")
                        .on("Output")
                        .references("public", "t")
                        .from("key")
                        .to("k")
                        .orderBy("id")
                        .aggregates()
                        .connection()
                        .build());
    }

    @Test
    void filter_withAnyText_findsItsRowAlone() {
        for (int i = 0; i < texts().size(); i++) {
            String text = texts().get(i);
            for (Map<String, Object> where : List.<Map<String, Object>>of(
                    Map.of("v", Map.of("_eq", text)),
                    Map.of("v", Map.of("_in", List.of(text, "no such"))),
                    Map.of("_not", Map.of("v", Map.of("_nin", List.of(text)))),
                    Map.of("v", Map.of("_like", escaped(text))),
                    Map.of("tags", Map.of("_eq", List.of(text))),
                    Map.of("tags", Map.of("_contains", List.of(text))),
                    Map.of("doc", Map.of("_contains", Map.of("v", text))))) {
                Outcome outcome = outputs.answering(Outputs.keys("all"))
                        .ask(
                                "query ($where: T_bool_exp) { outputs { rows(where: $where) { id } } }",
                                input -> input.variables(Map.of("where", where)));

                assertThat(outcome.errors()).as("%s", where).isEmpty();
                assertThat(outcome.data()).as("%s", where).isEqualTo("[{rows=[{id=" + i + "}]}]");
            }
        }
        assertCanary();
    }

    @Test
    void documents_withAnyKey_areFoundByIt() {
        for (int i = 0; i < texts().size(); i++) {
            for (Object value :
                    List.of(Map.of("_has_key", texts().get(i)), Map.of("_has_keys_any", List.of(texts().get(i))))) {
                Outcome outcome = outputs.answering(Outputs.keys("all"))
                        .ask(
                                "query ($where: T_bool_exp) { outputs { rows(where: $where) { id } } }",
                                input -> input.variables(Map.of("where", Map.of("doc", value))));

                assertThat(outcome.data()).as("%s", value).isEqualTo("[{rows=[{id=" + i + "}]}]");
            }
        }
        assertCanary();
    }

    @Test
    void key_ofAnyText_hasItsRowsInEveryForm() {
        List<Map<String, Object>> keys = Outputs.keys(texts().toArray());

        Outcome outcome = outputs.answering(keys)
                .select("{ rows(limit: 1) { id } rows_aggregate { aggregate { min { id } } }"
                        + " rows_connection(first: 1) { edges { node { id } } } }");

        assertThat(outcome.errors()).isEmpty();
        Map<String, List<Object>> data = outcome.result().getData();
        for (int i = 0; i < texts().size(); i++) {
            int id = 1000 + i;
            assertThat(data.get("outputs").get(i))
                    .hasToString("{rows=[{id=" + id + "}], rows_aggregate={aggregate={min={id=" + id
                            + "}}}, rows_connection={edges=[{node={id=" + id + "}}]}}");
        }
        assertThat(outcome.statements()).hasSize(3);
        assertCanary();
    }

    /** Patterns that may mean anything, but nothing else than a pattern. */
    @Test
    void pattern_ofAnyText_isAPatternOrRefused() {
        for (String operator : List.of("_like", "_nilike", "_similar", "_regex", "_niregex")) {
            for (String text : texts()) {
                Outcome outcome = outputs.answering(Outputs.keys("all"))
                        .ask(
                                "query ($where: T_bool_exp) { outputs { rows(where: $where, limit: 1) { id } } }",
                                input -> input.variables(Map.of("where", Map.of("v", Map.of(operator, text)))));

                assertThat(outcome.codes())
                        .as("%s: %s", operator, text)
                        .isSubsetOf(List.of("[outputs, 0, rows] argument-invalid"));
                assertThat(outcome.errors()).doesNotContain("PSQL", "select");
            }
        }
        assertCanary();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void assertCanary() {
        assertThat(database.plain().fetchValue("select count(*) from canary")).isEqualTo(0L);
    }
}
