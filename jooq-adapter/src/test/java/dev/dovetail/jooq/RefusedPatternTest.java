package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.access.RowFilter.related;
import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the server refuses a pattern tells nothing of rows that the caller may not read. */
final class RefusedPatternTest {

    /** Often enough for the server to plan a prepared statement without its values. */
    private static final int UNTIL_PREPARED = 15;

    private final TestDatabase database = TestDatabase.with(
            "create collation if not exists pg_catalog.ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
            "create domain label as text check (value <> '')",
            "create table teams (id int primary key, open boolean not null)",
            "create table items (id int primary key, team int, position int, name text, label label, any_case text collate ci)",
            "create index on items (team)",
            "insert into teams values (1, false), (2, false)",
            "insert into items select i, i, i, v, v, v from (values (1, 'secret'), (2, 'other')) as r (i, v)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: {_like: \"sec%\\\\\"}}",
                "{name: {_ilike: \"SEC%\\\\\\\\\\\\\"}}",
                "{label: {_nlike: \"sec%\\\\\"}}",
                "{_not: {name: {_nilike: \"sec\\\\\"}}}",
                "{name: {_eq: \"secret\", _regex: \"(\"}}",
                "{label: {_eq: \"secret\", _iregex: \"[\"}}",
                "{_or: [{name: {_neq: \"secret\"}}, {name: {_nregex: \"(\"}}]}",
                "{_and: [{name: {_eq: \"secret\"}}, {name: {_similar: \"(\"}}]}",
                "{of: {items: {name: {_eq: \"secret\", _regex: \"(\"}}}}"
            })
    void pattern_thatIsInvalid_isRefusedWhateverRowsThereAre(String where) {
        for (Outputs outputs : closed(database.dsl())) {
            assertThat(answers(outputs, where)).containsExactly("argument-invalid");
        }
    }

    @Test
    void patternOfAPreparedStatement_isRefusedWhateverRowsThereAre() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(TestDatabase.server().dataSource());
            pool.setMaximumPoolSize(1);
            for (Outputs outputs : closed(DSL.using(pool, SQLDialect.POSTGRES))) {
                for (int i = 0; i < UNTIL_PREPARED; i++) {
                    assertThat(answers(outputs, "{name: {_eq: \"secret\", _regex: \"x\"}}"))
                            .containsExactly("nothing");
                }
                assertThat(answers(outputs, "{name: {_eq: \"secret\", _regex: \"(\"}}"))
                        .containsExactly("argument-invalid");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_like: \"x%\"", "_nilike: \"x\"", "_regex: \"x\"", "_nsimilar: \"x\""})
    void columnWhoseCollationHasNoPatterns_answersTheSameWhateverRowsThereAre(String pattern) {
        for (Outputs outputs : closed(database.dsl())) {
            assertThat(answers(outputs, "{any_case: {_eq: \"secret\", " + pattern + "}}"))
                    .hasSize(1);
        }
    }

    @Test
    void patternThatEndsWithAnEscapedEscape_isValid() {
        database.run("insert into items values (3, 3, 3, 'a\\')");
        Outputs outputs = outputs(database.dsl(), AccessRule.Builder::allRows);

        assertThat(outputs.answering(keys(3))
                        .select("{ items(where: {name: {_like: \"_\\\\\\\\\"}}) { id } }")
                        .data())
                .isEqualTo("[{items=[{id=3}]}]");
    }

    /** What a client learns of keys with a row that the filter is made for, with another, and with none. */
    private static Set<String> answers(Outputs outputs, String where) {
        Set<String> answers = new LinkedHashSet<>();
        for (List<Map<String, Object>> parents : List.of(keys(1), keys(2), keys(9), keys(1, 2), keys(8, 9))) {
            outputs.answering(parents);
            answers.add(answer(outputs, "items(where: " + where + ") { id }"));
            answers.add(answer(outputs, "unindexed_aggregate(limit: 1, where: " + where + ") { nodes { id } }"));
        }
        return answers;
    }

    private static String answer(Outputs outputs, String field) {
        Outputs.Outcome outcome = outputs.select("{ " + field + " }");
        assertThat(outcome.data()).doesNotContain("id=");
        return outcome.codes().isEmpty() ? "nothing" : outcome.codes().get(0).replaceAll(".* ", "");
    }

    /** Under rules that let nobody read, and that the server looks at last. */
    private List<Outputs> closed(DSLContext dsl) {
        return List.of(
                outputs(dsl, rule -> rule.rows(related("of", column("open").eq(true)))),
                outputs(
                        dsl,
                        rule -> rule.rows(JooqRows.where(context -> exists(selectOne()
                                .from(table(name("public", "teams")))
                                .where(field(name("teams", "id")).eq(field(name("public", "items", "team"))))
                                .and("open"))))));
    }

    private Outputs outputs(DSLContext dsl, UnaryOperator<AccessRule.Builder> rows) {
        AccessRule.Builder rule = AccessRule.forRole("user").allColumns().aggregates();
        return Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.session(context -> Session.of("user", Map.of()))
                        .tables(JooqTableSource.of(dsl)))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .access(rows.apply(rule).build())
                        .build())
                .table(TableDefinition.of("public", "teams")
                        .type("Team")
                        .allColumns()
                        .open()
                        .build())
                .join(
                        items("items", "Output", "key", "team").build(),
                        items("unindexed", "Output", "key", "position").build(),
                        items("items", "Team", "id", "team").filterable().build(),
                        ObjectRelationship.named("of")
                                .on("Item")
                                .references("public", "teams")
                                .from("team")
                                .to("id")
                                .filterable()
                                .build());
    }

    private static ArrayRelationship.Builder items(String name, String type, String from, String to) {
        return ArrayRelationship.named(name)
                .on(type)
                .references("public", "items")
                .from(from)
                .to(to)
                .aggregates();
    }
}
