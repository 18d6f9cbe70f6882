package dev.dovetail.jooq;

import static dev.dovetail.jooq.Federated.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Federated.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The entities of a federated graph are rows, looked up by the keys of their representations. */
final class EntitiesTest {

    private static final String SDL = """
            union _Entity = User | Order | Line
            extend type User @key(fields: "id") @key(fields: "email")
            type Order @key(fields: "id") { id: ID! label: String! }
            extend type Line @key(fields: "order_id number")
            """;

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, email text unique, name text)",
            "create table orders (id int primary key, user_id int, total int)",
            "create index on orders (user_id)",
            "create table lines (order_id int, number int, text text, primary key (order_id, number))",
            "insert into users select i, 'u' || i || '@example.com', 'User ' || i from generate_series(1, 500) i",
            "insert into orders select i, 1 + i % 500, 10 * i from generate_series(1, 1000) i",
            "insert into lines select i, n, i || '/' || n from generate_series(1, 50) i, generate_series(1, 3) n");
    private final Federated service = Federated.of(
            database,
            dovetail(),
            SDL,
            wiring -> wiring.type(
                    "Order",
                    type -> type.dataFetcher(
                            "label", environment -> "No. " + ((Map<?, ?>) environment.getSource()).get("id"))),
            entities -> entities);

    private static DovetailBuilder dovetail() {
        return Dovetail.builder()
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("total")
                        .field("id")
                        .column("id")
                        .field("label")
                        .requires("id")
                        .build())
                .table(TableDefinition.of("public", "lines")
                        .type("Line")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .orderBy("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Line")
                        .references("public", "orders")
                        .from("order_id")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("subject")
                        .on("Order")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("subject")
                        .on("Line")
                        .references("public", "orders")
                        .from("order_id")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("buyer")
                        .on("Order")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .build());
    }

    @Test
    void thousandRepresentations_ofOneType_takeOneStatement() {
        List<Map<String, Object>> representations = new ArrayList<>();
        IntStream.rangeClosed(1, 1000).forEach(i -> representations.add(of("User", "id", i)));
        Collections.shuffle(representations, new Random(7));

        Answer answer = service.entities(representations, "... on User { name }");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(1);
        assertThat(answer.entities()).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            int id = (int) representations.get(i).get("id");
            assertThat(answer.entities().get(i))
                    .isEqualTo(id > 500 ? null : Map.of("__typename", "User", "name", "User " + id));
        }
    }

    @Test
    void columns_thatAreNotSelected_areNotRead() {
        Answer answer = service.entities(
                List.of(of("User", "id", 1), of("Order", "id", 1)), "... on User { name } ... on Order { total }");

        assertThat(answer.statements()).hasSize(2).noneMatch(sql -> sql.contains("email"));
    }

    @Test
    void mixedTypes_takeAStatementEach_andKeepTheirOrder() {
        Answer answer = service.entities(
                List.of(
                        of("Order", "id", 7),
                        of("User", "id", "8"),
                        Map.of("__typename", "Line", "order_id", 9, "number", 2),
                        of("User", "id", 7),
                        of("Order", "id", "7")),
                "... on User { name } ... on Order { total label } ... on Line { text }");

        Map<String, Object> order = Map.of("__typename", "Order", "total", 70, "label", "No. 7");
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(3);
        assertThat(answer.entities())
                .containsExactly(
                        order,
                        Map.of("__typename", "User", "name", "User 8"),
                        Map.of("__typename", "Line", "text", "9/2"),
                        Map.of("__typename", "User", "name", "User 7"),
                        order);
    }

    @Test
    void severalKeys_ofAType_takeAStatementEach_firstDeclaredFirst() {
        Answer answer = service.entities(
                List.of(
                        of("User", "id", 1),
                        of("User", "email", "u2@example.com"),
                        Map.of("__typename", "User", "id", 3, "email", "u4@example.com"),
                        of("User", "email", "nobody@example.com")),
                "... on User { name }");

        Map<String, Object> unknown = null;
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(2);
        assertThat(answer.entities())
                .containsExactly(
                        Map.of("__typename", "User", "name", "User 1"),
                        Map.of("__typename", "User", "name", "User 2"),
                        Map.of("__typename", "User", "name", "User 3"),
                        unknown);
    }

    @Test
    void relationships_below_areJoinedAsUsual() {
        Answer answer = service.entities(
                List.of(of("User", "id", 2), of("Order", "id", 1), of("User", "id", 3), of("User", "id", 2)),
                "... on User { name orders(limit: 1) { id buyer { name } } } ... on Order { buyer { orders { id } } }");

        Map<String, Object> second = Map.of(
                "__typename", "User",
                "name", "User 2",
                "orders", List.of(Map.of("id", "1", "buyer", Map.of("name", "User 2"))));
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(6);
        assertThat(answer.entities())
                .containsExactly(
                        second,
                        Map.of(
                                "__typename",
                                "Order",
                                "buyer",
                                Map.of("orders", List.of(Map.of("id", "1"), Map.of("id", "501")))),
                        Map.of(
                                "__typename",
                                "User",
                                "name",
                                "User 3",
                                "orders",
                                List.of(Map.of("id", "2", "buyer", Map.of("name", "User 3")))),
                        second);
    }

    @Test
    void relationshipsOfOneName_onSeveralTypes_showWhatEachLeadsTo() {
        Answer answer = service.entities(
                List.of(
                        of("User", "id", 2),
                        of("Order", "id", 2),
                        Map.of("__typename", "Line", "order_id", 3, "number", 1),
                        of("Order", "id", 4)),
                "... on User { orders { total } } "
                        + "... on Order { subject { name } } "
                        + "... on Line { orders { total } subject { total } }");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(7);
        assertThat(answer.entities())
                .containsExactly(
                        Map.of("__typename", "User", "orders", List.of(Map.of("total", 10), Map.of("total", 5010))),
                        Map.of("__typename", "Order", "subject", Map.of("name", "User 3")),
                        Map.of(
                                "__typename",
                                "Line",
                                "orders",
                                List.of(Map.of("total", 30)),
                                "subject",
                                Map.of("total", 30)),
                        Map.of("__typename", "Order", "subject", Map.of("name", "User 5")));
    }

    @Test
    void twoAliases_thatSelectTheSame_shareAStatement() {
        Answer answer = service.ask(
                """
                query ($r: [_Any!]!, $s: [_Any!]!) {
                  a: _entities(representations: $r) { ... on User { name } }
                  b: _entities(representations: $s) { ...ofUser }
                }
                fragment ofUser on User { name }
                """,
                input -> input.variables(Map.of("r", List.of(of("User", "id", 1)), "s", List.of(of("User", "id", 2)))));

        assertThat(answer.statements()).hasSize(1);
        assertThat(answer.result().<Map<String, Object>>getData())
                .isEqualTo(Map.of("a", List.of(Map.of("name", "User 1")), "b", List.of(Map.of("name", "User 2"))));
    }

    @Test
    void literals_areTakenAsVariablesAre() {
        Answer answer = service.ask(
                "{ _entities(representations: [{__typename: \"Line\", number: 3, order_id: 1}]) { ... on Line { text } } }",
                input -> {});

        assertThat(answer.entities()).containsExactly(Map.of("text", "1/3"));
    }

    @Test
    void representations_thatAreNotRight_failAlone() {
        Map<String, Object> withNull = new HashMap<>(Map.of("__typename", "Line", "order_id", 1));
        withNull.put("number", null);

        Answer answer = service.entities(
                List.of(
                        of("User", "id", 1),
                        Map.of("id", 1),
                        of("Nothing", "id", 1),
                        of("User", "name", "User 1"),
                        of("User", "id", "abc"),
                        of("User", "id", List.of(1)),
                        Map.of("__typename", "Line", "order_id", 1),
                        withNull,
                        "User",
                        of("Query", "id", 1)),
                "... on User { id }");

        assertThat(answer.statements()).hasSize(1);
        assertThat(answer.entities().get(0)).isEqualTo(new TreeMap<>(Map.of("__typename", "User", "id", 1)));
        assertThat(answer.entities().subList(1, 10)).containsOnlyNulls().hasSize(9);
        assertThat(answer.codes())
                .containsExactly(
                        "[_entities, 1] representation-invalid",
                        "[_entities, 2] representation-invalid",
                        "[_entities, 3] representation-invalid",
                        "[_entities, 4] join-key-invalid",
                        "[_entities, 5] join-key-invalid",
                        "[_entities, 6] representation-invalid",
                        "[_entities, 8] representation-invalid",
                        "[_entities, 9] representation-invalid");
        assertThat(answer.result().getErrors().get(2).getMessage())
                .isEqualTo("A representation of type User needs id, or email");
    }

    @Test
    void failedStatement_nullsItsOwnElementsAlone() {
        database.run("alter table orders rename to gone");

        Answer answer = service.entities(
                List.of(of("Order", "id", 1), of("User", "id", 1), of("Order", "id", 2)),
                "... on User { name } ... on Order { total }");

        assertThat(answer.entities()).containsExactly(null, Map.of("__typename", "User", "name", "User 1"), null);
        assertThat(answer.codes()).containsExactly("[_entities, 0] table-changed", "[_entities, 2] table-changed");
    }

    @Test
    void noRepresentations_askNothing() {
        Answer answer = service.entities(List.of(), "... on User { name }");

        assertThat(answer.entities()).isEmpty();
        assertThat(answer.statements()).isEmpty();
    }

    @Test
    void refreshedCatalog_isThatOfKeys() {
        List<?> upperCase = List.of(of("User", "email", "U1@EXAMPLE.COM"));
        database.run(
                "drop extension if exists citext cascade",
                "create extension citext schema public",
                "alter table users alter column email type public.citext");

        service.dovetail().refreshCatalog();

        assertThat(service.entities(upperCase, "... on User { name }").entities())
                .containsExactly(Map.of("__typename", "User", "name", "User 1"));
    }
}
