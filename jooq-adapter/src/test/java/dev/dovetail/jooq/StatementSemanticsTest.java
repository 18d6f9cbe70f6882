package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many statements a request takes, and which columns they read. */
final class StatementSemanticsTest {

    private TestDatabase database;
    private Outputs outputs;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, mail text, age int, boss_id int)",
                "insert into users select n, 'u' || n, 'm' || n, n, nullif(n, 1) / 2 from generate_series(1, 500) n");
        outputs = Outputs.of(database, "[Output]", "type Output { key: Int left: Output right: Output list: [Output] }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name", "mail")
                        .field("greeting")
                        .requires("name", "age")
                        .build())
                .join(
                        Outputs.userByKey("user").build(),
                        ObjectRelationship.named("boss")
                                .on("User")
                                .references("public", "users")
                                .from("boss_id")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("reports")
                                .on("User")
                                .references("public", "users")
                                .from("id")
                                .to("boss_id")
                                .build())
                .host(
                        """
                        type Query { version: String }
                        extend type User { greeting: String undeclared: String }
                        """,
                        wiring -> wiring.type(
                                "User",
                                type -> type.dataFetcher("greeting", env -> {
                                            Map<String, Object> row = env.getSource();
                                            return row.get("name") + " is " + row.get("age");
                                        })
                                        .dataFetcher("undeclared", env -> {
                                            Map<String, Object> row = env.getSource();
                                            return row.keySet().toString();
                                        })));
    }

    @Test
    void parents_anyNumber_takeOneStatementForEachRelationship() {
        Outcome outcome = outputs.answering(
                        keys(IntStream.rangeClosed(1, 500).boxed().toArray()))
                .select("{ user { name boss { name reports { name } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).contains("user={name=u3, boss={name=u1, reports=[");
        assertThat(outcome.statements()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "a: user { name } b: user { name },                          1",
        "a: user { name } b: user { other: name n: name __typename }, 1",
        "a: user { id name } b: user { name id },                    1",
        "user { name } user { name },                                1",
        "a: user { name } b: user { mail },                          2",
        "a: user { name } b: user { name mail } c: user { name },    2",
        "user { name } user { mail },                                1",
    })
    void aliases_withTheSameColumns_shareOneStatement(String selection, int statements) {
        Outcome outcome = outputs.answering(keys(1, 2, 3)).select("{ " + selection + " }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).doesNotContain("null");
        assertThat(outcome.statements()).hasSize(statements);
    }

    @Test
    void paths_ofOneLevel_shareOneStatement() {
        Map<String, Object> output = Map.of(
                "left", Map.of("key", 1),
                "right", Map.of("key", 2),
                "list", List.of(Map.of("key", 3), Map.of("key", 1)));

        Outcome outcome = outputs.answering(List.of(output))
                .select("{ left { user { name } } right { user { name } } list { user { name } } }");

        assertThat(outcome.data())
                .isEqualTo("[{left={user={name=u1}}, right={user={name=u2}},"
                        + " list=[{user={name=u3}}, {user={name=u1}}]}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    /** Of root fields whose values are there at once, graphql-java dispatches the last apart from the others. */
    @Test
    void actions_severalInOneRequest_takeTwoStatementsHoweverMany() {
        outputs.answering(keys(1, 2));
        Outcome outcome = outputs.ask("""
                {
                  a: outputs { user { name } }
                  b: outputs { user { name } }
                  c: outputs { user { name } }
                  outputs { user { name } }
                }
                """, input -> {});

        assertThat(outcome.result().<Map<String, Object>>getData())
                .containsOnlyKeys("a", "b", "c", "outputs")
                .allSatisfy((alias, value) -> assertThat(value).hasToString("[{user={name=u1}}, {user={name=u2}}]"));
        assertThat(outcome.statements()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void actions_severalThatCompleteLater_shareOneStatement() {
        CompletableFuture<Object> later = new CompletableFuture<>();
        outputs.answering(later)
                .host(
                        "type Query { complete: Boolean } extend type User { greeting: String }",
                        wiring -> wiring.type(
                                "Query", type -> type.dataFetcher("complete", env -> later.complete(keys(1, 2)))));

        Outcome outcome =
                outputs.ask("{ a: outputs { user { name } } b: outputs { user { name } } complete }", input -> {});

        assertThat(outcome.result().<Object>getData())
                .hasToString("{a=[{user={name=u1}}, {user={name=u2}}], b=[{user={name=u1}}, {user={name=u2}}],"
                        + " complete=true}");
        assertThat(outcome.statements()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user { name }                     | \"t\".\"name\"",
                "user { mail x: mail }             | \"t\".\"mail\"",
                "user { mail id }                  | \"t\".\"id\", \"t\".\"mail\"",
                "user { __typename }               | ''",
                "user { name boss { __typename } } | \"t\".\"name\", \"t\".\"boss_id\"",
                "user { reports { __typename } }   | \"t\".\"id\"",
                "user { greeting }                 | \"t\".\"name\", \"t\".\"age\"",
                "user { undeclared }               | \"t\".\"id\", \"t\".\"name\", \"t\".\"mail\"",
            })
    void statement_readsWhatTheSelectionNeedsAndNoMore(String selection, String columns) {
        Outcome outcome = outputs.answering(keys(2, 3)).select("{ " + selection + " }");

        String first = outcome.statements().get(0);
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).doesNotContain("null");
        assertThat(first.substring(0, first.indexOf(" from ")))
                .isEqualTo("select \"k\".\"ord\"" + (columns.isEmpty() ? "" : ", " + columns));
    }

    @Test
    void hostField_thatDeclaresItsColumns_readsThem() {
        Outcome outcome = outputs.answering(keys(2, 3)).select("{ user { greeting } }");

        assertThat(outcome.data()).isEqualTo("[{user={greeting=u2 is 2}}, {user={greeting=u3 is 3}}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void statementText_isTheSameForEveryBatchSize() {
        String two = outputs.answering(keys(2, 3))
                .select("{ user { name } }")
                .statements()
                .get(0);
        String many = outputs.answering(keys(IntStream.range(0, 300).boxed().toArray()))
                .select("{ user { name } }")
                .statements()
                .get(0);

        assertThat(many).isEqualTo(two);
    }
}
