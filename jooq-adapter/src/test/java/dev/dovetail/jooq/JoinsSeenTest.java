package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.HeardJoins;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinedAlong;
import dev.dovetail.table.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners and traces tell the statements that a database really got, and none of the values. */
final class JoinsSeenTest {

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, user_id int, note text)",
            "create index on orders (user_id)",
            "insert into users values (1001, 'Ann'), (1002, 'Bob')",
            "insert into orders values (2001, 1001, 'gift'), (2002, 1002, 'rush'), (2003, 1002, 'gift')");
    private final HeardJoins heard = new HeardJoins();
    private Outputs outputs;

    @BeforeEach
    void create() {
        outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .join(Outputs.userByKey("user").build(), orders().aggregates().build(), userOfOrder())
                .and(dovetail -> dovetail.listener(heard).joinTrace(context -> context.getBoolean("developer")))
                .answering(keys(1001, 1002, 1001));
    }

    @Test
    void statements_areThoseThatTheDatabaseGot() {
        Outcome outcome = outputs.select(
                "{ user { name orders(where: {note: {_eq: \"gift\"}}, limit: 5) { id user { name } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(3);
        assertThat(heard.finished()).flatExtracting(JoinResult::statements).isEqualTo(outcome.statements());
        assertThat(heard.finished()).asString().contains("?").doesNotContain("1001", "1002", "gift", "Ann");
    }

    @Test
    void tree_isOneStatement_ofSeveralRelationships() {
        fewestRoundTrips();

        Outcome outcome = outputs.select("{ user { name orders { id user { name } } } }");

        assertThat(outcome.statements()).hasSize(1);
        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.statements()).isEqualTo(outcome.statements());
            assertThat(result.rows()).isEqualTo(2);
            assertThat(result.along())
                    .containsExactly(
                            new JoinedAlong("User.orders", TableName.of("public", "orders"), 2, 3),
                            new JoinedAlong("Order.user", TableName.of("public", "users"), 3, 3));
        });
    }

    @Test
    void traceOfATree_hasThePathOfEachRelationship() {
        fewestRoundTrips();

        Map<String, Object> join =
                trace("{ mine: user { all: orders { user { name } } } }").get(0);

        assertThat(join)
                .containsEntry("paths", List.of("outputs.mine"))
                .containsEntry("keys", 2)
                .containsEntry("shared", 1);
        assertThat((List<?>) join.get("along"))
                .hasToString("[{relationship=User.orders, paths=[outputs.mine.all], table=public.orders,"
                        + " parents=2, rows=3}, {relationship=Order.user, paths=[outputs.mine.all.user],"
                        + " table=public.users, parents=3, rows=3}]");
    }

    @Test
    void failedStatement_isToldToo() {
        outputs.select("{ key }");
        database.run("alter table orders rename note to remark");

        Outcome outcome = outputs.select("{ user { orders { note } } }");

        assertThat(outcome.codes()).isNotEmpty();
        assertThat(heard.failed())
                .singleElement()
                .satisfies(failure -> assertThat(failure.statements())
                        .isEqualTo(outcome.statements().subList(1, 2)));
    }

    @Test
    void sessionOfTheCaller_isTold_butNotItsValues() {
        outputs.and(dovetail -> dovetail.tables(JooqTableSource.on(database.dsl())
                .databaseSession((session, context) -> DatabaseSession.NONE.setting("app.user", "s3cret"))
                .build()));

        Outcome outcome = outputs.select("{ user { name } }");

        assertThat(outcome.statements()).hasSize(2);
        assertThat(heard.finished())
                .singleElement()
                .satisfies(result -> assertThat(result.statements()).isEqualTo(outcome.statements()));
        assertThat(heard.finished()).asString().doesNotContain("s3cret");
    }

    @Test
    void aggregates_areTracedAtTheirPath() {
        assertThat(trace("{ user { sums: orders_aggregate { aggregate { count } nodes { user { name } } } } }"))
                .extracting(join -> join.get("paths"))
                .containsExactly(
                        List.of("outputs.user"), List.of("outputs.user.sums"), List.of("outputs.user.sums.nodes.user"));
    }

    private void fewestRoundTrips() {
        outputs.and(dovetail -> dovetail.tables(
                JooqTableSource.on(database.dsl()).roundTrips(RoundTrips.FEWEST).build()));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> trace(String selection) {
        Outcome outcome =
                outputs.ask("{ outputs " + selection + " }", input -> input.graphQLContext(Map.of("developer", true)));
        assertThat(outcome.codes()).isEmpty();
        Map<String, Object> trace =
                (Map<String, Object>) outcome.result().getExtensions().get("dovetail");
        return (List<Map<String, Object>>) trace.get("joins");
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("id");
    }

    private static ObjectRelationship userOfOrder() {
        return ObjectRelationship.named("user")
                .on("Order")
                .references("public", "users")
                .from("user_id")
                .to("id")
                .build();
    }
}
