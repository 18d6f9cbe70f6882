package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows, aggregates and pages of a relationship work wherever its type appears, and read what is selected there. */
final class PlacesOfFormsTest {

    private static final String EVERY_FORM = """
            { orders(order_by: {id: asc}, limit: 1) { total }
              orders_aggregate { aggregate { count } nodes { id } }
              orders_connection(first: 1) { edges { node { item } } pageInfo { hasNextPage } } }
            """;
    private static final String ANNS =
            "{orders=[{total=7}], orders_aggregate={aggregate={count=2}, nodes=[{id=1}, {id=2}]},"
                    + " orders_connection={edges=[{node={item=tea}}], pageInfo={hasNextPage=true}}}";
    private static final String BOBS = "{orders=[{total=9}], orders_aggregate={aggregate={count=1}, nodes=[{id=3}]},"
            + " orders_connection={edges=[{node={item=cake}}], pageInfo={hasNextPage=false}}}";
    private static final String NOBODYS = "{orders=[], orders_aggregate={aggregate={count=0}, nodes=[]},"
            + " orders_connection={edges=[], pageInfo={hasNextPage=false}}}";

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, mail text)",
                "insert into users values (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x'), (3, 'Cid', 'cid@x')",
                "create table orders (id int primary key, user_id int, total int, item text)",
                "create index on orders (user_id, id)",
                "insert into orders values (1, 1, 7, 'tea'), (2, 1, 5, 'jam'), (3, 2, 9, 'cake')");
    }

    @Test
    void nestedObjectsAndLists_haveEveryForm() {
        Outputs outputs = Outputs.of(
                        database,
                        "Report",
                        "type Report { page: Page } type Page { author: Person editors: [Person] boards: [[Person!]!] }"
                                + " type Person { id: Int }")
                .table("orders", "Order")
                .join(orders("Person", "id"));
        Map<String, Object> page = Map.of(
                "author", Map.of("id", 1),
                "editors", List.of(Map.of("id", 2), Map.of("id", 3)),
                "boards", List.of(List.of(Map.of("id", 2)), List.of(), List.of(Map.of("id", 1), Map.of())));

        Outcome outcome = outputs.answering(Map.of("page", page))
                .ask(
                        "{ outputs { page { author { ...all } editors { ...all } boards { ...all } } } }"
                                + " fragment all on Person " + EVERY_FORM,
                        input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("{page={author=" + ANNS + ", editors=[" + BOBS + ", " + NOBODYS + "], boards=[[" + BOBS
                        + "], [], [" + ANNS + ", " + NOBODYS + "]]}}");
        // The three places share the level and the plans: one statement for each form, and not for each place.
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void tablesRows_haveEveryForm() {
        Outputs outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .join(Outputs.userByKey("user").build(), orders("User", "id"))
                .answering(Outputs.keys(1, null, 2, 1));

        Outcome outcome = outputs.select("{ user " + EVERY_FORM + " }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{user=" + ANNS + "}, {user=null}, {user=" + BOBS + "}, {user=" + ANNS + "}]");
        assertThat(outcome.statements()).hasSize(4);
    }

    @Test
    void interface_implementationsSelectOtherColumnsUnderOneKey_eachFormReadsItsOwn() {
        Outcome outcome = events().ask("""
                        { outputs {
                            orders { id }
                            orders_aggregate { aggregate { count } }
                            orders_connection(first: 1) { edges { node { id } } }
                            ... on Login {
                              orders { total }
                              orders_aggregate { aggregate { max { total } } }
                              orders_connection(first: 1) { edges { node { total } } }
                            }
                            ... on Logout {
                              orders { item }
                              orders_aggregate { nodes { item } }
                              orders_connection(first: 1) { edges { cursor node { item } } }
                            }
                        } }
                        """, input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data().replaceAll("cursor=\\w+", "cursor=x"))
                .isEqualTo("[{orders=[{id=1, total=7}, {id=2, total=5}],"
                        + " orders_aggregate={aggregate={count=2, max={total=7}}},"
                        + " orders_connection={edges=[{node={id=1, total=7}}]}},"
                        + " {orders=[{id=3, item=cake}], orders_aggregate={aggregate={count=1}, nodes=[{item=cake}]},"
                        + " orders_connection={edges=[{node={id=3, item=cake}, cursor=x}]}}]");
        assertThat(outcome.statements()).hasSize(6);
        assertThat(outcome.statements()).noneMatch(sql -> sql.contains("\"total\"") && sql.contains("\"item\""));
        assertThat(outcome.statements()).filteredOn(sql -> sql.contains("max(")).hasSize(1);
    }

    @Test
    void interface_implementationsSelectTheSame_shareTheirBatches() {
        Outcome outcome = events().ask(
                        "{ outputs { ... on Login { ...all } ... on Logout { ...all } } } fragment all on Event "
                                + EVERY_FORM,
                        input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[" + ANNS + ", " + BOBS + "]");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void unionMembers_ofOneKey_areJoinedAsTheirFragmentsSay() {
        Outputs outputs = Outputs.withoutAction(database)
                .host(
                        """
                        type Query { outputs: [Found] }
                        union Found = Person | Company
                        type Person { id: Int }
                        type Company { owner: Int }
                        """,
                        wiring -> wiring.type("Found", type -> type.typeResolver(PlacesOfFormsTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "outputs",
                                                environment -> List.of(
                                                        Map.of("type", "Person", "id", 1),
                                                        Map.of("type", "Company", "owner", 1),
                                                        Map.of("type", "Person", "id", 2)))))
                .table("orders", "Order")
                .join(orders("Person", "id"), orders("Company", "owner"));

        Outcome outcome = outputs.ask("""
                        { outputs {
                            ... on Person { found: orders_aggregate { aggregate { count } } page: orders(limit: 1) { total } }
                            ... on Company { found: orders_aggregate { aggregate { sum { total } } } page: orders(limit: 2) { total } }
                        } }
                        """, input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{found={aggregate={count=2}}, page=[{total=7}]},"
                        + " {found={aggregate={sum={total=12}}}, page=[{total=7}, {total=5}]},"
                        + " {found={aggregate={count=1}}, page=[{total=9}]}]");
        assertThat(outcome.statements()).hasSize(4);
    }

    @Test
    void aliases_ofOnePlan_shareABatch_otherArgumentsHaveTheirOwn() {
        Outputs outputs = Outputs.of(database, "key: Int")
                .table("orders", "Order")
                .join(orders("Output", "key"))
                .answering(Outputs.keys(1, 2));

        Outcome outcome = outputs.select("""
                        { orders: key
                          key: orders { orders: id }
                          a: orders_aggregate { x: aggregate { y: count } } b: orders_aggregate { x: aggregate { y: count } }
                          c: orders_aggregate(where: {total: {_gt: 6}}) { x: aggregate { y: count } }
                          d: orders_connection(first: 1) { x: edges { y: node { z: total } } }
                          e: orders_connection(first: 1) { edges { node { total } } }
                          f: orders_connection(last: 1) { edges { node { total } } } }
                        """);

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders=1, key=[{orders=1}, {orders=2}], a={x={y=2}}, b={x={y=2}}, c={x={y=1}},"
                        + " d={x=[{y={z=7}}]}, e={edges=[{node={total=7}}]}, f={edges=[{node={total=5}}]}},"
                        + " {orders=2, key=[{orders=3}], a={x={y=1}}, b={x={y=1}}, c={x={y=1}},"
                        + " d={x=[{y={z=9}}]}, e={edges=[{node={total=9}}]}, f={edges=[{node={total=9}}]}}]");
        assertThat(outcome.statements()).hasSize(5);
    }

    /** What the statement of the one relationship must mention, and what not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ orders { __typename } }                                              |              | total item",
                "{ orders { total } }                                                   | total        | item",
                "{ orders { total item @skip(if: true) } }                              | total        | item",
                "{ orders { total ... @include(if: false) { item } } }                  | total        | item",
                "{ orders { id: total total: id } }                                     | total        | item",
                "{ orders_aggregate { aggregate { count } } }                           | count(       | total item",
                "{ orders_aggregate { aggregate { count sum { total @skip(if: true) __typename } } } } | count( | total item",
                "{ orders_aggregate { aggregate { max { total } } } }                   | max( total   | count( item min(",
                "{ orders_aggregate { nodes { item } } }                                | item         | count( total",
                "{ orders_aggregate { a: aggregate { count } b: aggregate { min { item } } } } | count( min( item | total",
                "{ orders_connection(first: 1) { edges { node { item } } } }            | item         | total",
                "{ orders_connection(first: 1) { pageInfo { hasNextPage } } }           |              | total item",
                "{ orders_connection(first: 1) { edges { cursor } } }                   |              | total item",
            })
    void statement_readsWhatIsSelected_andNothingElse(String selection, String read, String unread) {
        Outputs outputs = Outputs.of(database, "key: Int")
                .table("orders", "Order")
                .join(orders("Output", "key"))
                .answering(Outputs.keys(1, 2));

        Outcome outcome = outputs.select(selection);

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
        String sql = outcome.statements().get(0);
        assertThat(words(read)).allSatisfy(word -> assertThat(sql).contains(word));
        assertThat(words(unread)).noneMatch(sql::contains);
    }

    private Outputs events() {
        return Outputs.withoutAction(database)
                .host(
                        """
                        type Query { outputs: [Event] }
                        interface Event { user_id: Int }
                        type Login implements Event { user_id: Int at: String }
                        type Logout implements Event { user_id: Int }
                        """,
                        wiring -> wiring.type("Event", type -> type.typeResolver(PlacesOfFormsTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "outputs",
                                                environment -> List.of(
                                                        Map.of("type", "Login", "user_id", 1, "at", "noon"),
                                                        Map.of("type", "Logout", "user_id", 2)))))
                .table("orders", "Order")
                .join(orders("Event", "user_id"));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.trim().split(" +"));
    }

    private static ArrayRelationship orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id")
                .orderBy("id")
                .aggregates()
                .connection()
                .build();
    }

    private static GraphQLObjectType typeOfMap(TypeResolutionEnvironment environment) {
        Map<String, Object> object = environment.getObject();
        return environment.getSchema().getObjectType((String) object.get("type"));
    }
}
