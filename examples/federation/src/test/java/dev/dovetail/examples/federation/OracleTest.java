package dev.dovetail.examples.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a router asks is answered as one would by hand, from what the tables were filled with. */
final class OracleTest {

    private static final int USERS = 1000;
    private static final int ORDERS = 3000;
    private static final String SELECTION =
            "... on User { id name orders { id } } ... on Order { id sku buyer { name } } "
                    + "... on Product { product: sku orders { id } } ... on Courier { code }";

    @RepeatedTest(20)
    void entities_areThoseOfTheTables(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Integer caller = random.nextBoolean() ? null : 1 + random.nextInt(USERS);
        List<Map<String, Object>> representations = new ArrayList<>();
        List<@Nullable Object> expected = new ArrayList<>();
        for (int i = random.nextInt(200); i >= 0; i--) {
            add(representations, expected, random, caller);
        }

        JsonNode answer = RunningSubgraph.entities(representations, SELECTION, headers(caller));

        assertThat(RunningSubgraph.codes(answer)).isEmpty();
        assertThat(RunningSubgraph.statements()).hasSizeLessThanOrEqualTo(7);
        assertThat(answer.at("/data/_entities")).isEqualTo(JsonMapper.shared().valueToTree(expected));
    }

    private static List<String> headers(@Nullable Integer caller) {
        return caller == null ? RunningSubgraph.SUPPORT : List.of("x-role", "customer", "x-user-id", caller.toString());
    }

    private static void add(
            List<Map<String, Object>> representations,
            List<@Nullable Object> expected,
            Random random,
            @Nullable Integer caller) {
        switch (random.nextInt(caller == null ? 5 : 4)) {
            case 0 -> {
                int id = caller != null && random.nextBoolean() ? caller : random.nextInt(USERS + 20);
                representations.add(Map.of("__typename", "User", "id", random.nextBoolean() ? id : "" + id));
                expected.add(user(id, caller));
            }
            case 1 -> {
                int id = random.nextInt(ORDERS + 20);
                representations.add(Map.of("__typename", "Order", "id", id));
                expected.add(order(id, caller));
            }
            case 2 -> {
                String sku = "sku-" + random.nextInt(120);
                representations.add(Map.of("__typename", "Product", "sku", sku));
                expected.add(of("Product", "product", sku, "orders", orders(id -> sku(id).equals(sku), caller)));
            }
            case 3 -> {
                representations.add(Map.of("__typename", "Courier", "code", "post"));
                expected.add(of("Courier", "code", "post"));
            }
            default -> {
                int id = random.nextInt(USERS + 20);
                representations.add(Map.of("__typename", "User", "email", "user" + id + "@example.com"));
                expected.add(user(id, null));
            }
        }
    }

    private static @Nullable Object user(int id, @Nullable Integer caller) {
        return id < 1 || id > USERS || (caller != null && caller != id)
                ? null
                : of("User", "id", id, "name", "User " + id, "orders", orders(order -> buyer(order) == id, caller));
    }

    private static @Nullable Object order(int id, @Nullable Integer caller) {
        return id < 1 || id > ORDERS || (caller != null && caller != buyer(id))
                ? null
                : of("Order", "id", id, "sku", sku(id), "buyer", Map.of("name", "User " + buyer(id)));
    }

    private static List<Map<String, Integer>> orders(IntPredicate condition, @Nullable Integer caller) {
        return IntStream.rangeClosed(1, ORDERS)
                .filter(condition)
                .filter(id -> caller == null || caller == buyer(id))
                .mapToObj(id -> Map.of("id", id))
                .toList();
    }

    private static int buyer(int order) {
        return 1 + order * 7 % 1000;
    }

    private static String sku(int order) {
        return "sku-" + order % 100;
    }

    private static Map<String, Object> of(String typeName, Object... fields) {
        Map<String, Object> entity = new LinkedHashMap<>(Map.of("__typename", typeName));
        for (int i = 0; i < fields.length; i += 2) {
            entity.put((String) fields[i], fields[i + 1]);
        }
        return entity;
    }
}
