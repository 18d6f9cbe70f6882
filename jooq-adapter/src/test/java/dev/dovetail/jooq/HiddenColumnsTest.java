package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule keeps from a caller stays unknown to it, and what it has to be used for works all the same. */
final class HiddenColumnsTest {

    private static final String BY_ITEMS = ", by the rule for role 'user' of table public.items";

    private final AtomicInteger calls = new AtomicInteger();
    private final TestDatabase database = TestDatabase.with(
            "create table teams (id int primary key, zone int, label text)",
            "create table items (id int primary key, team int, name text, price int)",
            "create index on items (team)",
            "insert into teams values (1, 1, 'red'), (2, 1, 'blue')",
            "insert into items values (1, 1, 'a', 10), (2, 1, 'b', 5), (3, 2, 'c', 30)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "items { price }                              | 'price' of type Item may not be read",
                "items(where: {price: {_gt: 1}}) { id }       | Item.price may not be read",
                "items(order_by: [{price: asc}]) { id }       | Item.price may not be read",
                "items(distinct_on: [price]) { id }           | Item.price may not be read",
                "items_aggregate { aggregate { max { price } } } | Column 'price' of Item may not be read",
                "items_aggregate { aggregate { count(columns: [price]) } } | Item.price may not be read",
                "items_aggregate { nodes { price } }          | 'price' of type Item may not be read",
                "items_connection { edges { node { price } } } | 'price' of type Item may not be read",
                "teams { items(where: {of: {items: {price: {_gt: 1}}}}) { id } } | Item.price may not be read",
                "teams { items(order_by: [{of: {items_aggregate: {max: {price: asc}}}}]) { id } }"
                        + " | Item.price may not be read"
            })
    void refusal_saysWhichColumnByWhichRule(String selection, String message) {
        Outcome outcome = outputs(rule().allRows().columns("id", "name").aggregates())
                .answering(keys(1))
                .select("{ " + selection + " }");

        assertThat(outcome.codes()).isNotEmpty().allMatch(code -> code.endsWith(" access-denied"));
        assertThat(outcome.errors()).contains(message + BY_ITEMS).doesNotContain("10", "30", "\"");
        assertThat(outcome.statements()).noneMatch(sql -> sql.contains("price"));
    }

    @Test
    void keysOfRelationships_needNoPermission() {
        Outputs outputs = outputs(rule().allRows().columns("name"));

        Outcome outcome = outputs.select("{ items { name of { label items { name } } } item { name } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{items=[{name=a, of={label=red, items=[{name=a}, {name=b}]}},"
                        + " {name=b, of={label=red, items=[{name=a}, {name=b}]}}], item={name=a}},"
                        + " {items=[{name=c, of={label=blue, items=[{name=c}]}}], item={name=b}}]");
        assertThat(outcome.statements()).hasSize(4);
        assertThat(outputs.select("{ items(where: {of: {label: {_eq: \"red\"}}}, order_by: [{of: {label: asc}}])"
                                + " { name of { label } } }")
                        .data())
                .isEqualTo("[{items=[{name=a, of={label=red}}, {name=b, of={label=red}}]}, {items=[]}]");
    }

    @Test
    void order_ofTheHosts_mayGoByAHiddenColumn_butPagesWouldShowIt() {
        Outputs outputs = outputs(rule().allRows().columns("id", "name"));

        assertThat(outputs.select("{ cheapest { id } }").data())
                .isEqualTo("[{cheapest=[{id=2}, {id=1}]}, {cheapest=[{id=3}]}]");
        Outcome page = outputs.answering(keys(1)).select("{ cheapest_connection { edges { node { id } } } }");
        assertThat(page.codes()).containsExactly("[outputs, 0, cheapest_connection] access-denied");
        assertThat(page.errors()).contains("Column 'price', which pages are ordered by, may not be read" + BY_ITEMS);
        assertThat(page.statements()).isEmpty();
    }

    @Test
    void pages_ofATableWhosePrimaryKeyIsHidden_areRefused() {
        Outcome page = outputs(rule().allRows().columns("name"))
                .answering(keys(1))
                .select("{ items_connection(order_by: [{name: asc}]) { edges { cursor } } }");

        assertThat(page.codes()).containsExactly("[outputs, 0, items_connection] access-denied");
        assertThat(page.errors()).contains("Column 'id', which pages are ordered by, may not be read" + BY_ITEMS);
    }

    @Test
    void aggregates_thatAreNotAllowed_canNeitherBeReadNorOrderedBy() {
        Outputs outputs = outputs(rule().allRows().allColumns()).answering(keys(1));

        for (String field : new String[] {
            "items_aggregate { aggregate { count } }",
            "items_aggregate { nodes { id } }",
            "teams(order_by: [{items_aggregate: {count: asc}}]) { label }",
            "teams(order_by: [{items_aggregate: {max: {price: asc}}}]) { label }"
        }) {
            Outcome outcome = outputs.select("{ " + field + " }");
            assertThat(outcome.codes()).hasSize(1).allMatch(code -> code.endsWith(" access-denied"));
            assertThat(outcome.errors()).contains("Aggregates of Item may not be read" + BY_ITEMS);
            assertThat(outcome.statements()).isEmpty();
        }
        assertThat(outputs.select("{ items { id price } }").codes()).isEmpty();
    }

    @Test
    void order_throughARelationship_countsOnlyTheRowsThatAreShown() {
        database.run("insert into items values (4, 2, 'd', 1), (5, 2, 'e', 1)");
        Outputs outputs = outputs(
                        rule().rows(column("price").gt(1)).columns("id").aggregates())
                .answering(keys(1));

        assertThat(outputs.select("{ teams(order_by: [{items_aggregate: {count: asc}}]) { label } }")
                        .data())
                .isEqualTo("[{teams=[{label=blue}, {label=red}]}]");
        assertThat(outputs.select("{ teams(order_by: [{items_aggregate: {max: {id: desc}}}]) { label } }")
                        .data())
                .isEqualTo("[{teams=[{label=blue}, {label=red}]}]");
    }

    @Test
    void tableThatTheCallerMayNotRead_cannotBeFilteredOrOrderedThrough() {
        Outputs outputs =
                outputs(AccessRule.forRole("admin").allRows().allColumns().aggregates());

        for (String field : new String[] {
            "teams(where: {items: {}}) { id }",
            "teams(where: {_not: {items: {id: {_eq: 1}}}}) { id }",
            "teams(order_by: [{items_aggregate: {count: asc}}]) { id }",
            "teams { id items { id } }"
        }) {
            Outcome outcome = outputs.answering(keys(1)).select("{ " + field + " }");
            assertThat(outcome.codes()).isNotEmpty().allMatch(code -> code.endsWith(" access-denied"));
            assertThat(outcome.errors()).contains("Role 'user' may not read table public.items, by its access rules");
            assertThat(outcome.statements()).noneMatch(sql -> sql.contains("items"));
        }
    }

    @Test
    void missingVariable_isFoundBeforeTheHandlerIsCalled() {
        Outputs outputs = outputs(
                rule().rows(column("team").eq(SessionVariable.of("team"))).allColumns());
        String mutation = "mutation { create { item { id } } }";

        Outcome refused = outputs.ask(mutation, input -> {});
        Outcome done = outputs.ask(mutation, input -> input.graphQLContext(Map.of("team", "1")));

        assertThat(refused.result().<Object>getData()).isNull();
        assertThat(Service.errors(refused.result()))
                .containsExactly("[create, item] session-variable-missing: The session has no variable 'team',"
                        + " needed by the rule for role 'user' of table public.items");
        assertThat(refused.statements()).isEmpty();
        assertThat(done.result().toSpecification()).hasToString("{data={create={item={id=1}}}}");
        assertThat(calls).hasValue(1);
    }

    @Test
    void tableWithoutARule_besideOneThatHasSome_isAFault() {
        Outputs outputs = Outputs.of(database, "key: Int")
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .access(rule().allRows().allColumns().build())
                        .build())
                .table("teams", "Team");

        assertThatThrownBy(outputs::graphQL)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("public.teams")
                .hasMessageContaining("no access rule beside tables that have")
                .hasMessageContaining(".open()");
    }

    private static AccessRule.Builder rule() {
        return AccessRule.forRole("user");
    }

    private Outputs outputs(AccessRule.Builder items) {
        return Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.session(context -> Session.of(
                                "user", context.hasKey("team") ? Map.of("team", context.get("team")) : Map.of()))
                        .action(ActionDefinition.mutation("create")
                                .returns("Output")
                                .handler(call -> Map.of("key", calls.incrementAndGet()))
                                .build()))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .access(items.build())
                        .build())
                .table(TableDefinition.of("public", "teams")
                        .type("Team")
                        .allColumns()
                        .open()
                        .build())
                .join(
                        items("items", "Output", "key", "team").build(),
                        items("cheapest", "Output", "key", "team")
                                .orderBy("price")
                                .build(),
                        ObjectRelationship.named("item")
                                .on("Output")
                                .references("public", "items")
                                .from("key")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("teams")
                                .on("Output")
                                .references("public", "teams")
                                .from("key")
                                .to("zone")
                                .build(),
                        items("items", "Team", "id", "team").filterable().build(),
                        ObjectRelationship.named("of")
                                .on("Item")
                                .references("public", "teams")
                                .from("team")
                                .to("id")
                                .filterable()
                                .build())
                .answering(keys(1, 2));
    }

    private static ArrayRelationship.Builder items(String name, String type, String from, String to) {
        return ArrayRelationship.named(name)
                .on(type)
                .references("public", "items")
                .from(from)
                .to(to)
                .aggregates()
                .connection();
    }
}
