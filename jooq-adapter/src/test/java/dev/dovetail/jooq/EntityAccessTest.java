package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.jooq.Federated.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Federated.Answer;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever names keys gets what the rules of the tables allow, and learns nothing of the rest. */
final class EntityAccessTest {

    private static final String SDL = """
            union _Entity = User | Order
            extend type User @key(fields: "id") @key(fields: "email")
            extend type Order @key(fields: "id")
            """;

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, email text unique, name text, team int)",
            "create table orders (id int primary key, user_id int, secret boolean)",
            "create index on orders (user_id)",
            "insert into users select i, 'u' || i, 'User ' || i, i % 2 from generate_series(1, 10) i",
            "insert into orders select i, 1 + i % 10, i > 10 from generate_series(1, 20) i");

    @Test
    void rows_thatTheCallerMayNotRead_areNull_asThoseThatAreNotThere() {
        Answer answer = ask(
                1,
                List.of(of("User", "id", 1), of("User", "id", 2), of("User", "id", 99), of("User", "id", 3)),
                "... on User { name orders { id } }");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(2);
        assertThat(answer.entities())
                .containsExactly(
                        Map.of("__typename", "User", "name", "User 1", "orders", List.of(Map.of("id", 10))),
                        null,
                        null,
                        Map.of("__typename", "User", "name", "User 3", "orders", List.of(Map.of("id", 2))));
    }

    /** It would tell which hidden values there are. */
    @Test
    void key_ofAColumnThatTheCallerMayNotRead_isRefused_withoutALookup() {
        Answer answer =
                ask(1, List.of(of("User", "email", "u1"), of("User", "email", "nobody")), "... on User { name }");

        assertThat(answer.entities()).containsExactly(null, null);
        assertThat(answer.codes()).containsExactly("[_entities, 0] access-denied", "[_entities, 1] access-denied");
        assertThat(answer.statements()).isEmpty();
    }

    @Test
    void column_thatTheCallerMayNotRead_isRefused() {
        Answer answer = ask(1, List.of(of("User", "id", 1)), "... on User { name email }");

        assertThat(answer.codes()).containsExactly("[_entities, 0, email] access-denied");
        assertThat(answer.statements()).noneMatch(sql -> sql.contains("email"));
    }

    @Test
    void typeWithoutARuleForTheRole_isRefused_andOthersAreNot() {
        Answer answer =
                ask(Map.of("role", "clerk"), List.of(of("Order", "id", 1), of("User", "id", 1)), "... on Order { id }");

        assertThat(answer.entities()).containsExactly(Map.of("__typename", "Order", "id", 1), null);
        assertThat(answer.codes()).containsExactly("[_entities, 1] access-denied");
    }

    @Test
    void sessionVariable_thatIsMissing_nullsTheElementsThatNeedIt() {
        Answer answer =
                ask(Map.of("role", "user"), List.of(of("Order", "id", 1), of("User", "id", 1)), "... on Order { id }");

        assertThat(answer.entities()).containsExactly(Map.of("__typename", "Order", "id", 1), null);
        assertThat(answer.codes()).containsExactly("[_entities, 1] session-variable-missing");
    }

    @Test
    void rowLimitOfARequest_holdsForEntities() {
        Federated service = Federated.of(
                database, dovetail().limits(Limits.builder().rowsPerRequest(3).build()), SDL);
        List<Map<String, Object>> representations =
                IntStream.rangeClosed(1, 4).mapToObj(i -> of("Order", "id", i)).toList();

        Answer answer = service.ask(
                "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { id } } }",
                input -> input.variables(Map.of("r", representations)).graphQLContext(Map.of("role", "clerk")));

        assertThat(answer.codes())
                .hasSize(4)
                .allSatisfy(code -> assertThat(code).endsWith("row-limit-exceeded"));
    }

    private Answer ask(int team, List<?> representations, String selection) {
        return ask(Map.of("role", "user", "team", team), representations, selection);
    }

    private Answer ask(Map<String, Object> caller, List<?> representations, String selection) {
        return Federated.of(database, dovetail(), SDL)
                .ask(
                        "query ($r: [_Any!]!) { _entities(representations: $r) { __typename " + selection + " } }",
                        input -> input.variables(Map.of("r", representations)).graphQLContext(caller));
    }

    private static DovetailBuilder dovetail() {
        return Dovetail.builder()
                .session(context -> Session.of(
                        context.get("role"),
                        context.hasKey("team") ? Map.of("team", context.<Object>get("team")) : Map.of()))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "email", "name")
                        .access(AccessRule.forRole("user")
                                .rows(column("team").eq(SessionVariable.of("team")))
                                .columns("id", "name")
                                .build())
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .access(
                                AccessRule.forRole("user")
                                        .rows(column("secret").eq(false))
                                        .columns("id")
                                        .build(),
                                AccessRule.forRole("clerk")
                                        .allRows()
                                        .columns("id")
                                        .build())
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build());
    }
}
