package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Below other objects, lists and rows too, a relationship to one row is strict in the way that was declared. */
final class ObjectPlacesTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "insert into users values (1, 'Ann'), (2, 'Bob'), (3, 'Cid')",
                "create table orders (id int primary key, user_id int, total int)",
                "insert into orders values (1, 1, 7), (2, 1, 5), (3, 2, 9)");
    }

    @Test
    void severalRows_belowObjectsAndLists_areAnErrorOfThatPlaceUnlessOneIsFirst() {
        Outcome outcome = reports()
                .join(order("Person", "id").build(), latest("Person", "id").build())
                .answering(report())
                .ask(
                        "{ outputs { page { author { ...both } boards { ...both } } } }"
                                + " fragment both on Person { only: order { total } latest { total } }",
                        input -> {});

        assertThat(outcome.data())
                .isEqualTo("{page={author={only=null, latest={total=5}},"
                        + " boards=[[{only={total=9}, latest={total=9}}], [{only=null, latest=null},"
                        + " {only=null, latest={total=5}}]]}}");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, page, author, only] relationship-ambiguous",
                        "[outputs, page, boards, 1, 1, only] relationship-ambiguous");
        assertThat(outcome.statements()).hasSize(2);
    }

    @Test
    void nonNull_belowObjectsAndLists_nullsTheNearestThatMayBeNull() {
        Outcome outcome = reports()
                .join(latest("Person", "id").nonNull().build())
                .answering(report())
                .select("{ page { author { latest { total } } boards { latest { total } } } }");

        assertThat(outcome.data()).isEqualTo("{page={author={latest={total=5}}, boards=[[{latest={total=9}}], null]}}");
        assertThat(outcome.codes()).containsExactly("[outputs, page, boards, 1, 0, latest] null");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void rows_ofARelationship_areStrictEach() {
        Outcome outcome = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .join(
                        Outputs.usersByKey("users").nonNull().build(),
                        order("User", "id").nonNull().build(),
                        latest("User", "id").build())
                .answering(keys(1, 2, 3))
                .select("{ one: users { latest { total } } all: users { order { total } } }");

        assertThat(outcome.data()).isEqualTo("[null, {one=[{latest={total=9}}], all=[{order={total=9}}]}, null]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, all, 0, order] relationship-ambiguous", "[outputs, 2, all, 0, order] null");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void interface_declaresItStrict_implementationsAreSo() {
        Outcome outcome = events("""
                        interface Event { user_id: Int }
                        type Login implements Event { user_id: Int }
                        type Logout implements Event { user_id: Int }
                        """)
                .join(
                        order("Event", "user_id").nonNull().build(),
                        latest("Event", "user_id").build())
                .ask(
                        "{ outputs { latest { id } ... on Login { order { id } } ... on Logout { order { total } } } }",
                        input -> {});

        assertThat(outcome.data()).isEqualTo("[null, {latest={id=3}, order={total=9}}, {latest={id=3}, order={id=3}}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, order] relationship-ambiguous");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void unionMembers_ofOneKey_areStrictEachInItsWay() {
        Outcome outcome = events("""
                        union Event = Login | Logout
                        type Login { user_id: Int }
                        type Logout { user_id: Int }
                        """)
                .join(
                        latest("Login", "user_id").build(),
                        order("Logout", "user_id").build())
                .ask(
                        "{ outputs { ... on Login { order: latest { id } } ... on Logout { order { id } } } }",
                        input -> {});

        assertThat(outcome.data()).isEqualTo("[{order={id=2}}, {order={id=3}}, {order={id=3}}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
    }

    private Outputs reports() {
        return Outputs.of(
                        database,
                        "Report",
                        "type Report { page: Page } type Page { author: Person boards: [[Person!]] }"
                                + " type Person { id: Int }")
                .table("orders", "Order");
    }

    private static Map<String, Object> report() {
        return Map.of(
                "page",
                Map.of(
                        "author",
                        Map.of("id", 1),
                        "boards",
                        List.of(List.of(Map.of("id", 2)), List.of(Map.of("id", 3), Map.of("id", 1)))));
    }

    private Outputs events(String sdl) {
        return Outputs.withoutAction(database)
                .host(
                        "type Query { outputs: [Event] } " + sdl,
                        wiring -> wiring.type("Event", event -> event.typeResolver(ObjectPlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        query -> query.dataFetcher(
                                                "outputs",
                                                environment -> List.of(
                                                        Map.of("type", "Login", "user_id", 1),
                                                        Map.of("type", "Logout", "user_id", 2),
                                                        Map.of("type", "Login", "user_id", 2)))))
                .table("orders", "Order");
    }

    private static ObjectRelationship.Builder order(String type, String from) {
        return to("order", type, from);
    }

    private static ObjectRelationship.Builder latest(String type, String from) {
        return to("latest", type, from).orderByDescending("id");
    }

    private static ObjectRelationship.Builder to(String name, String type, String from) {
        return ObjectRelationship.named(name)
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id");
    }

    private static GraphQLObjectType typeOfMap(TypeResolutionEnvironment environment) {
        Map<String, Object> object = environment.getObject();
        return environment.getSchema().getObjectType((String) object.get("type"));
    }
}
