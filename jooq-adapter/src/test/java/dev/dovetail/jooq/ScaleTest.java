package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many parents take no more statements than one. */
final class ScaleTest {

    @Test
    void thousandRows_threeLevelsOfRelationships_takeThreeStatements() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table orders (id int primary key, user_id int, total int)",
                "create table items (order_id int, line int, product text, primary key (order_id, line))",
                "insert into users select n, 'user' || n from generate_series(1, 1000) n",
                "insert into orders select n, (n + 1) / 2, n from generate_series(1, 2000) n",
                "insert into items select o, l, 'p' || o || '/' || l"
                        + " from generate_series(1, 2000) o, generate_series(1, 3) l",
                "create index on orders (user_id)");
        Outputs outputs = Outputs.of(database, "id: Int!")
                .table("users", "User")
                .table("orders", "Order")
                .table("items", "Item")
                .join(
                        ObjectRelationship.named("user")
                                .on("Output")
                                .references("public", "users")
                                .from("id")
                                .to("id")
                                .build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("id")
                                .build(),
                        ArrayRelationship.named("items")
                                .on("Order")
                                .references("public", "items")
                                .from("id")
                                .to("order_id")
                                .orderBy("line")
                                .build())
                .answering(IntStream.rangeClosed(1, 1000)
                        .mapToObj(id -> Map.of("id", id))
                        .toList());

        Outcome outcome = outputs.select("{ user { name orders { total items { product } } } }");

        assertThat(outcome.codes()).isEmpty();
        List<Map<String, Object>> rows = outcome.result()
                .<Map<String, List<Map<String, Object>>>>getData()
                .get("outputs");
        assertThat(rows).hasSize(1000);
        assertThat(rows.get(699))
                .hasToString("{user={name=user700, orders=["
                        + "{total=1399, items=[{product=p1399/1}, {product=p1399/2}, {product=p1399/3}]},"
                        + " {total=1400, items=[{product=p1400/1}, {product=p1400/2}, {product=p1400/3}]}]}}");
        assertThat(outcome.data().split("product=", -1)).hasSize(6001);
        assertThat(outcome.statements()).hasSize(3).allMatch(sql -> sql.startsWith("select"));
    }

    /** More than the 65,535 parameters that a PostgreSQL statement can have. */
    @Test
    void seventyThousandKeys_composite_takeOneStatement() {
        TestDatabase database = TestDatabase.with(
                "create table cells (x int, y bigint, label text, primary key (x, y))",
                "insert into cells select n, n * 10, 'c' || n from generate_series(1, 70000, 2) n");
        Outputs outputs = Outputs.of(database, "x: Int y: Int")
                .table("cells", "Cell")
                .join(ObjectRelationship.named("cell")
                        .on("Output")
                        .references("public", "cells")
                        .from("x", "y")
                        .to("x", "y")
                        .build())
                .answering(IntStream.rangeClosed(1, 70_000)
                        .mapToObj(n -> Map.of("x", n, "y", n * 10))
                        .toList());

        Outcome outcome = outputs.select("{ x cell { label } }");

        assertThat(outcome.codes()).isEmpty();
        List<Map<String, Object>> rows = outcome.result()
                .<Map<String, List<Map<String, Object>>>>getData()
                .get("outputs");
        assertThat(rows).hasSize(70_000);
        for (int n = 1; n <= 70_000; n++) {
            String cell = n % 2 == 1 ? "{label=c" + n + "}" : "null";
            assertThat(rows.get(n - 1)).hasToString("{x=" + n + ", cell=" + cell + "}");
        }
        assertThat(outcome.statements()).hasSize(1);
    }
}
