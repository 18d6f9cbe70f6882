package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns that are read are those that the request shows, in whatever way it selects them. */
final class SelectedColumnsTest {

    private Outputs outputs;

    @BeforeEach
    void create() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key, name text, city text, age int)",
                "insert into users values (1, 'Ann', 'Oslo', 30)");
        outputs = Outputs.of(database, "key: Int")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .join(Outputs.userByKey("user").build())
                .answering(Outputs.keys(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user { name }                                             | name      | {user={name=Ann}}",
                "user { n: name c: city __typename }                       | name city | {user={n=Ann, c=Oslo, __typename=User}}",
                "user { name } user { city }                               | name city | {user={name=Ann, city=Oslo}}",
                "user { ... { name } ... on User { city } }                | name city | {user={name=Ann, city=Oslo}}",
                "user { ...one ...both }                                   | name city | {user={name=Ann, city=Oslo}}",
                "user { ...both name @skip(if: true) }                     | name city | {user={city=Oslo, name=Ann}}",
                "user { name city @skip(if: true) }                        | name      | {user={name=Ann}}",
                "user { name ...one @include(if: false) ... @skip(if: true) { city } } | name | {user={name=Ann}}",
                "user { name } user @skip(if: true) { city }               | name      | {user={name=Ann}}",
            })
    void columns_areThoseThatAreShown(String selection, String columns, String answer) {
        Outcome outcome = outputs.ask(
                "query asked { outputs { " + selection + " } } query other { outputs { user { ...both } } }"
                        + " fragment one on User { name } fragment both on User { city ...one }",
                input -> input.operationName("asked"));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[" + answer + "]");
        assertThat(read(outcome)).isEqualTo(columns);
    }

    @Test
    void columns_none_theRowIsStillLookedUp() {
        Outcome outcome = outputs.select("{ user { __typename } }");

        assertThat(outcome.data()).isEqualTo("[{user={__typename=User}}]");
        assertThat(read(outcome)).isEmpty();
    }

    private static String read(Outcome outcome) {
        String statement = outcome.statements().get(0);
        String outputs = statement.substring(0, statement.indexOf(" from "));
        StringBuilder read = new StringBuilder();
        for (String column : new String[] {"id", "name", "city", "age"}) {
            read.append(outputs.contains("\"" + column + "\"") ? " " + column : "");
        }
        return read.toString().strip();
    }
}
