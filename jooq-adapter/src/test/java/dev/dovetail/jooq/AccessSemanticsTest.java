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

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import dev.dovetail.table.Operator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What access rules mean, in a real database. */
final class AccessSemanticsTest {

    private static final RowFilter OWN = column("owner").eq(SessionVariable.of("user"));

    private final TestDatabase database = TestDatabase.with(
            "create table teams (id int primary key, label text, open boolean not null)",
            "create table items (id int primary key, team int, owner int, price int, tags text[], details jsonb)",
            "create index on items (team)",
            "insert into teams values (1, 'red', true), (2, 'blue', false)",
            """
            insert into items values
                (1, 1, 7, 10, '{a,b}', '{"kind": "x"}'),
                (2, 1, 8, 20, '{b}', '{"kind": "y"}'),
                (3, 2, 7, 30, '{}', null),
                (4, 2, null, 40, null, '{}')
            """);

    @Test
    void rowFilter_appliesToEveryFormOfARelationship() {
        Outputs outputs = outputs(rule().rows(OWN).allColumns().aggregates());

        Outcome rows = outputs.select("{ items { id } }");
        Outcome aggregate = outputs.select("{ items_aggregate { aggregate { count sum { price } } nodes { id } } }");
        Outcome pages = outputs.select("{ items_connection { edges { node { id } } pageInfo { hasNextPage } } }");

        assertThat(rows.data()).isEqualTo("[{items=[{id=1}]}, {items=[{id=3}]}, {items=[]}]");
        assertThat(aggregate.data())
                .isEqualTo("[{items_aggregate={aggregate={count=1, sum={price=10}}, nodes=[{id=1}]}}, "
                        + "{items_aggregate={aggregate={count=1, sum={price=30}}, nodes=[{id=3}]}}, "
                        + "{items_aggregate={aggregate={count=0, sum={price=null}}, nodes=[]}}]");
        assertThat(pages.data())
                .isEqualTo("[{items_connection={edges=[{node={id=1}}], pageInfo={hasNextPage=false}}}, "
                        + "{items_connection={edges=[{node={id=3}}], pageInfo={hasNextPage=false}}}, "
                        + "{items_connection={edges=[], pageInfo={hasNextPage=false}}}]");
        assertThat(List.of(rows, aggregate, pages)).allSatisfy(outcome -> {
            assertThat(outcome.codes()).isEmpty();
            assertThat(outcome.statements()).hasSize(1);
        });
    }

    @Test
    void object_whoseRowIsHidden_isNull_andIsNotAmbiguousForIt() {
        Outputs outputs = outputs(rule().rows(OWN).allColumns());

        Outcome outcome = outputs.select("{ one { id } }");

        assertThat(outcome.data()).isEqualTo("[{one={id=1}}, {one={id=3}}, {one=null}]");
        assertThat(outcome.codes()).isEmpty();
    }

    @Test
    void negation_hidesRowsOfWhichItIsUnknown() {
        assertThat(outputs(rule().rows(RowFilter.not(OWN)).allColumns())
                        .select("{ items { id } }")
                        .data())
                .isEqualTo("[{items=[{id=2}]}, {items=[]}, {items=[]}]");
    }

    @Test
    void operators_ofEveryKind_reachTheDatabase() {
        assertThat(visible(column("details").compare(Operator.CONTAINS, Map.of("kind", "x"))))
                .containsExactly(1);
        assertThat(visible(column("tags").compare(Operator.CONTAINS, new String[] {"b"})))
                .containsExactly(1, 2);
        assertThat(visible(column("tags").compare(Operator.CONTAINS, SessionVariable.of("tags"))))
                .containsExactly(1);
        assertThat(visible(column("id").in(SessionVariable.of("ids")))).containsExactly(2, 3);
        assertThat(visible(column("id").nin(List.of(1, 4)))).containsExactly(2, 3);
        assertThat(visible(column("owner").isNull())).containsExactly(4);
        assertThat(visible(RowFilter.any())).isEmpty();
        assertThat(visible(
                        RowFilter.all(column("price").gte(20), column("price").lt("40"))))
                .containsExactly(2, 3);
    }

    @Test
    void relatedTable_filters_withoutItsOwnRule() {
        Outputs outputs = outputs(
                rule().rows(related("of", column("open").eq(true))).columns("id"),
                teams -> teams.access(rule().rows(RowFilter.any()).columns("id").build()));

        Outcome outcome = outputs.select("{ items { id of { id } } }");

        assertThat(outcome.data()).isEqualTo("[{items=[{id=1, of=null}, {id=2, of=null}]}, {items=[]}, {items=[]}]");
        assertThat(outcome.statements()).hasSize(2);
    }

    @Test
    void conditionOfJooqs_readsTheRequest_andHasSubqueries() {
        Outputs outputs = outputs(rule().rows(
                        JooqRows.where(context -> field(name("price")).lt(context.<Integer>get("budget"))))
                .rows(JooqRows.where((session, context) -> exists(selectOne()
                        .from(table(name("public", "teams")))
                        .where(field(name("public", "teams", "id"), Integer.class)
                                .eq(field(name("public", "items", "team"), Integer.class)))
                        .and(field(name("public", "teams", "label")).eq(session.role() == null ? "" : "red")))))
                .allColumns()
                .aggregates());

        String selection = "{ outputs { items { id } items_aggregate { aggregate { count } } one { id } } }";
        Outcome small = outputs.ask(selection, input -> input.graphQLContext(Map.of("budget", 15)));
        Outcome large = outputs.ask(selection, input -> input.graphQLContext(Map.of("budget", 99)));
        Outcome none = outputs.select("{ items { id } }");

        assertThat(small.data())
                .startsWith("[{items=[{id=1}], items_aggregate={aggregate={count=1}}, one={id=1}}, {items=[],");
        assertThat(large.data())
                .startsWith("[{items=[{id=1}, {id=2}], items_aggregate={aggregate={count=2}}, one=null}");
        assertThat(large.codes()).containsExactly("[outputs, 0, one] relationship-ambiguous");
        assertThat(none.data()).isEqualTo("[{items=[]}, {items=[]}, {items=[]}]");
        assertThat(none.statements()).hasSize(1);
    }

    @Test
    void limit_boundsRowsAndNodesOfEachParent_butNoAggregate() {
        Outputs outputs = outputs(rule().allRows().allColumns().limit(1).aggregates());

        assertThat(outputs.select("{ items(order_by: [{id: desc}]) { id } }").data())
                .isEqualTo("[{items=[{id=2}]}, {items=[{id=4}]}, {items=[]}]");
        assertThat(outputs.select("{ items(limit: 5, offset: 1, order_by: [{id: asc}]) { id } }")
                        .data())
                .isEqualTo("[{items=[{id=2}]}, {items=[{id=4}]}, {items=[]}]");
        assertThat(outputs.select("{ items_aggregate(order_by: [{id: asc}]) { aggregate { count } nodes { id } } }")
                        .data())
                .startsWith("[{items_aggregate={aggregate={count=2}, nodes=[{id=1}]}}, ");
        assertThat(outputs.select("{ items_connection(first: 5, order_by: [{id: asc}]) { edges { node { id } } } }")
                        .data())
                .startsWith("[{items_connection={edges=[{node={id=1}}]}}, ");
    }

    @Test
    void hiddenColumn_canNeitherBeSelectedNorFilteredNorOrderedByNorAggregated() {
        Outputs outputs = outputs(
                rule().allRows().columns("id", "team").aggregates(),
                teams -> teams.access(
                        rule().allRows().columns("id", "label").aggregates().build()));

        assertThat(refused(outputs, "{ items { id price } }")).isEqualTo("[outputs, 0, items, 0, price] access-denied");
        for (String field : List.of(
                "items(where: {price: {_gt: 15}}) { id }",
                "items(where: {_not: {_or: [{price: {_gt: 15}}]}}) { id }",
                "items(order_by: [{price: asc}]) { id }",
                "items(distinct_on: [price]) { id }",
                "items(where: {of: {open: {_eq: true}}}) { id }",
                "items(order_by: [{of: {open: asc}}]) { id }",
                "items_aggregate(where: {price: {_is_null: false}}) { aggregate { count } }",
                "items_connection(order_by: [{price: asc}]) { edges { node { id } } }")) {
            Outcome outcome = outputs.select("{ " + field + " }");
            assertThat(outcome.codes()).as(field).hasSize(3).allMatch(code -> code.endsWith(" access-denied"));
            assertThat(outcome.statements()).as(field).isEmpty();
        }
        assertThat(refused(outputs, "{ items_aggregate { aggregate { count(columns: [price]) } } }"))
                .isEqualTo("[outputs, 0, items_aggregate, aggregate, count] access-denied");
        assertThat(refused(outputs, "{ items_aggregate { aggregate { sum { price } } } }"))
                .isEqualTo("[outputs, 0, items_aggregate, aggregate, sum, price] access-denied");
    }

    @Test
    void filterAndOrderThroughARelationship_seeOnlyWhatItsRuleShows() {
        Outputs outputs = outputs(
                rule().allRows().allColumns(),
                teams -> teams.access(
                        rule().rows(column("open").eq(true)).allColumns().build()));

        assertThat(outputs.select("{ items(where: {of: {}}, order_by: [{id: asc}]) { id } }")
                        .data())
                .isEqualTo("[{items=[{id=1}, {id=2}]}, {items=[]}, {items=[]}]");
        assertThat(outputs.select(
                                "{ items(where: {_not: {of: {label: {_eq: \"blue\"}}}}, order_by: [{id: asc}]) { id } }")
                        .data())
                .isEqualTo("[{items=[{id=1}, {id=2}]}, {items=[{id=3}, {id=4}]}, {items=[]}]");
    }

    @Test
    void conditionOfJooqs_appliesToFiltersThroughARelationshipAsWell() {
        Outputs outputs = outputs(
                rule().allRows().allColumns(),
                teams -> teams.access(rule().rows(JooqRows.where(
                                context -> field(name("open"), Boolean.class).isTrue()))
                        .allColumns()
                        .build()));

        assertThat(outputs.select("{ items(where: {of: {}}, order_by: [{id: asc}]) { id of { label } } }")
                        .data())
                .isEqualTo("[{items=[{id=1, of={label=red}}, {id=2, of={label=red}}]}, {items=[]}, {items=[]}]");
    }

    private static String refused(Outputs outputs, String selection) {
        Outcome outcome = outputs.select(selection);
        assertThat(outcome.result().toSpecification().toString()).doesNotContain("price=1", "price=2", "count=2");
        return outcome.codes().get(0);
    }

    /** The ids of the items that are visible by a filter. */
    private List<Integer> visible(RowFilter filter) {
        Outcome outcome = outputs(rule().rows(filter).allColumns()).select("{ items(order_by: [{id: asc}]) { id } }");
        assertThat(outcome.codes()).isEmpty();
        List<Map<String, List<Map<String, Integer>>>> parents = outcome.result()
                .<Map<String, List<Map<String, List<Map<String, Integer>>>>>>getData()
                .get("outputs");
        return parents.stream()
                .flatMap(parent -> parent.get("items").stream())
                .map(item -> item.get("id"))
                .toList();
    }

    private static AccessRule.Builder rule() {
        return AccessRule.forRole("user");
    }

    private Outputs outputs(AccessRule.Builder items) {
        return outputs(items, TableDefinition.Builder::open);
    }

    /** Three parents: of team 1, of team 2, and of one that has no items. */
    private Outputs outputs(AccessRule.Builder items, UnaryOperator<TableDefinition.Builder> teams) {
        Map<String, Object> variables = Map.of("user", 7, "ids", List.of(2, "3"), "tags", List.of("a"));
        return Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.session(context -> Session.of("user", variables)))
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .access(items.build())
                        .build())
                .table(teams.apply(TableDefinition.of("public", "teams")
                                .type("Team")
                                .allColumns())
                        .build())
                .join(
                        ArrayRelationship.named("items")
                                .on("Output")
                                .references("public", "items")
                                .from("key")
                                .to("team")
                                .aggregates()
                                .connection()
                                .build(),
                        ObjectRelationship.named("one")
                                .on("Output")
                                .references("public", "items")
                                .from("key")
                                .to("team")
                                .build(),
                        ObjectRelationship.named("of")
                                .on("Item")
                                .references("public", "teams")
                                .from("team")
                                .to("id")
                                .filterable()
                                .build())
                .answering(keys(1, 2, 3));
    }
}
