package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.access.RowFilter.not;
import static dev.dovetail.access.RowFilter.related;
import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.NativeRows;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import dev.dovetail.table.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session holds is a parameter of the statement and never a part of it, whatever is in it. */
final class HostileSessionTest {

    private static final SessionVariable TENANT = SessionVariable.of("tenant");

    private static final List<String> HOSTILE = List.of(
            "' or '1'='1",
            "'; drop table items; --",
            "\\'; drop table items; --",
            "\"",
            "qu\"ote",
            "{0}",
            "{{0}}",
            "{",
            "?",
            "??",
            "?|",
            ":x",
            "::text",
            "$1",
            "$$",
            "%",
            "_",
            "\\",
            "\\\\",
            "\\x00",
            "/* */",
            "--",
            "null",
            "NULL",
            "{}",
            "{NULL}",
            "a,b",
            "[1]",
            "\u00fc\u4e2d\ud83d\ude00",
            "\n\t\r",
            " ");

    private final TestDatabase database = TestDatabase.with(
            "create table items (id int primary key, parent int, tenant text, tenants text[], details jsonb)",
            "create index on items (parent)");

    /** A row with each of the values, and one with a little more than each. */
    @BeforeEach
    void insert() {
        database.plain().execute("""
                        insert into items
                        select v.id + w.id, 1, v.value || w.more, array[v.value || w.more],
                          jsonb_build_object(v.value || w.more, 1)
                        from unnest(cast(? as text[])) with ordinality as v (value, id),
                          (values (0, ''), (1000, 'x')) as w (id, more)
                        """, (Object) HOSTILE.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void value_ofASessionVariable_isComparedAsItIs(AccessRule.Builder rule) {
        Outputs outputs = outputs(rule);

        Set<String> statements = new HashSet<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            for (String field : List.of(
                    "one: items(where: {of: {}}) { id }", "items_aggregate { aggregate { count } nodes { id } }")) {
                outputs.answering(field.startsWith("one") ? keys(1) : keys(2, 1));
                Outcome outcome = select(outputs, field, HOSTILE.get(i));

                assertThat(outcome.codes()).isEmpty();
                assertThat(outcome.data())
                        .as(HOSTILE.get(i))
                        .contains("[{id=" + (i + 1) + "}]")
                        .doesNotContain("}, {id", "count=2");
                statements.addAll(outcome.statements());
            }
        }

        assertThat(statements).hasSize(2);
    }

    private static Outcome select(Outputs outputs, String field, String tenant) {
        return outputs.ask("{ outputs { " + field + " } }", input -> input.graphQLContext(Map.of("tenant", tenant)));
    }

    @Test
    void value_thatTheDatabaseCannotHold_isRefusedAndNotShown() {
        Outputs outputs = outputs(AccessRule.forEveryone().rows(column("tenant").eq(TENANT)));

        Outcome outcome = select(outputs.answering(keys(1)), "items { id }", "nul\u0000byte");

        assertThat(outcome.codes()).hasSize(1).allMatch(code -> code.endsWith(" access-denied"));
        assertThat(outcome.errors()).doesNotContain("nul").doesNotContain("byte");
        assertThat(outcome.statements()).isEmpty();
    }

    /** Rules that let the rows be read that have the very value of the variable. */
    static Stream<AccessRule.Builder> rules() {
        Stream<RowFilter> filters = Stream.of(
                column("tenant").eq(TENANT),
                column("tenant").in(SessionVariable.of("tenants")),
                not(column("tenant").neq(TENANT)),
                column("tenants").eq(SessionVariable.of("tenants")),
                column("tenants").compare(Operator.CONTAINS, SessionVariable.of("tenants")),
                column("details").compare(Operator.HAS_KEY, TENANT),
                column("details").compare(Operator.HAS_KEYS_ANY, SessionVariable.of("tenants")),
                column("details").compare(Operator.HAS_KEYS_ALL, SessionVariable.of("tenants")),
                column("details").compare(Operator.CONTAINS, SessionVariable.of("details")),
                related("of", column("tenant").eq(TENANT)));
        NativeRows condition = JooqRows.where(
                (session, context) -> field(name("tenant"), String.class).eq((String) session.variable("tenant")));
        return Stream.concat(
                filters.map(filter -> AccessRule.forEveryone().rows(filter)),
                Stream.of(AccessRule.forEveryone().rows(condition)));
    }

    private static Session session(String tenant) {
        return Session.of("user", Map.of("tenant", tenant, "tenants", List.of(tenant), "details", Map.of(tenant, 1)));
    }

    private Outputs outputs(AccessRule.Builder rule) {
        return Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.session(context -> session(context.get("tenant"))))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .access(rule.allColumns().aggregates().build())
                        .build())
                .join(
                        ArrayRelationship.named("items")
                                .on("Output")
                                .references("public", "items")
                                .from("key")
                                .to("parent")
                                .aggregates()
                                .build(),
                        ObjectRelationship.named("of")
                                .on("Item")
                                .references("public", "items")
                                .from("id")
                                .to("id")
                                .filterable()
                                .build());
    }
}
