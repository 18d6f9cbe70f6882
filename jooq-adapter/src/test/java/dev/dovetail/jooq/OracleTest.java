package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.jooq.ShopOracle.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random data and random selections give what nested loops over the same data give. */
final class OracleTest {

    private static final int QUERIES = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void selection_random_equalsNestedLoops(long seed) throws SQLException {
        Random random = new Random(seed);
        ShopOracle oracle = ShopOracle.random(random);
        TestDatabase database = TestDatabase.with(
                "create table users (id int, name text)",
                "create table orders (id int, user_id int, region text, note text)",
                "create table items (order_id int, region text, line int, user_id int)");
        if (random.nextBoolean()) {
            database.run(
                    "create index on users (id)",
                    "create index on orders (user_id)",
                    "create index on items (order_id, region)");
        }
        oracle.insertInto(database);
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            DSLContext dsl =
                    database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
            JooqTableSource tables = JooqTableSource.on(dsl)
                    .roundTrips(random.nextBoolean() ? RoundTrips.FEWEST : RoundTrips.ONE_PER_RELATIONSHIP)
                    .build();
            compare(oracle, outputs(database).and(dovetail -> dovetail.tables(tables)), seed, random);
        }
    }

    private static void compare(ShopOracle oracle, Outputs outputs, long seed, Random random) {
        for (int i = 0; i < QUERIES; i++) {
            Level level = oracle.randomLevel(random, "Output", 4);
            List<Map<String, Object>> sources = oracle.randomOutputs(random);

            Outcome outcome = outputs.answering(sources).select(level.selection());

            List<Object> expected = new ArrayList<>();
            sources.forEach(source -> expected.add(oracle.answer(level, source)));
            assertThat(outcome.codes()).isEmpty();
            assertThat(outcome.data())
                    .as("seed %s, query %s: %s of %s", seed, i, level.selection(), sources)
                    .isEqualTo(expected.toString());
            assertThat(outcome.statements()).hasSizeLessThanOrEqualTo(level.relationships());
        }
    }

    private static Outputs outputs(TestDatabase database) {
        return Outputs.of(database, "key: ID region: String keys: [Int]")
                .table("users", "User")
                .table("orders", "Order")
                .table("items", "Item")
                .join(
                        Outputs.userByKey("user").orderBy("name").build(),
                        orderOf("Output", "key"),
                        ArrayRelationship.named("users")
                                .on("Output")
                                .references("public", "users")
                                .from("keys")
                                .to("id")
                                .orderBy("name")
                                .build(),
                        itemsOf("Output", "key"),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderByDescending("note")
                                .build(),
                        itemsOf("Order", "id"),
                        ObjectRelationship.named("user")
                                .on("Order")
                                .references("public", "users")
                                .from("user_id")
                                .to("id")
                                .orderBy("name")
                                .build(),
                        orderOf("Item", "order_id"),
                        ObjectRelationship.named("user")
                                .on("Item")
                                .references("public", "users")
                                .from("user_id")
                                .to("id")
                                .orderBy("name")
                                .build());
    }

    private static ObjectRelationship orderOf(String type, String key) {
        return ObjectRelationship.named("order")
                .on(type)
                .references("public", "orders")
                .from(key, "region")
                .to("id", "region")
                .orderByDescending("note")
                .build();
    }

    private static ArrayRelationship itemsOf(String type, String key) {
        return ArrayRelationship.named("items")
                .on(type)
                .references("public", "items")
                .from(key, "region")
                .to("order_id", "region")
                .orderBy("line")
                .build();
    }
}
