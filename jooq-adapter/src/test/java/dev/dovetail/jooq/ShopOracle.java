package dev.dovetail.jooq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Users, orders and items as lists of maps, and the plainest way to join them: a loop over all rows for each key. */
final class ShopOracle {

    /** Small, so that keys repeat, miss and are null. */
    private static final int KEYS = 7;

    /** What a relationship joins; {@code from} and {@code to} are as declared. */
    private record Join(
            String target, List<String> from, List<String> to, String order, boolean descending, boolean many) {}

    private static final Join TO_USER = new Join("User", List.of("user_id"), List.of("id"), "name", false, false);

    private static final Map<String, Map<String, Join>> JOINS = Map.of(
            "Output",
            Map.of(
                    "user",
                    new Join("User", List.of("key"), List.of("id"), "name", false, false),
                    "users",
                    new Join("User", List.of("keys"), List.of("id"), "name", false, true),
                    "order",
                    order("key"),
                    "items",
                    items("key")),
            "User",
            Map.of("orders", new Join("Order", List.of("id"), List.of("user_id"), "note", true, true)),
            "Order",
            Map.of("items", items("id"), "user", TO_USER),
            "Item",
            Map.of("order", order("order_id"), "user", TO_USER));

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "Output", List.of("key", "region", "keys"),
            "User", List.of("id", "name"),
            "Order", List.of("id", "user_id", "region", "note"),
            "Item", List.of("order_id", "region", "line", "user_id"));

    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

    /** A selection of columns and, nested, of relationships: by their aliases. */
    record Level(String type, Map<String, String> columns, Map<String, String> joins, Map<String, Level> nested) {

        String selection() {
            List<String> fields = new ArrayList<>();
            columns.forEach((alias, column) -> fields.add(alias + ": " + column));
            joins.forEach((alias, name) -> fields.add(alias + ": " + name + " "
                    + Objects.requireNonNull(nested.get(alias)).selection()));
            return fields.stream().collect(Collectors.joining(" ", "{ ", " }"));
        }

        int relationships() {
            return nested.values().stream()
                    .mapToInt(level -> 1 + level.relationships())
                    .sum();
        }
    }

    static ShopOracle random(Random random) {
        ShopOracle oracle = new ShopOracle();
        // What rows are ordered by is unique, since the order of equal ones is open.
        oracle.fill("User", 12, n -> row("User", key(random), "u" + (char) ('a' + n)), random);
        oracle.fill(
                "Order",
                20,
                n -> row("Order", key(random), key(random), region(random), "n" + (char) ('a' + n)),
                random);
        oracle.fill("Item", 30, n -> row("Item", key(random), region(random), n, key(random)), random);
        return oracle;
    }

    void insertInto(TestDatabase database) {
        rows.forEach((type, some) -> database.run("insert into " + type.toLowerCase(Locale.ROOT) + "s values "
                + some.stream().map(ShopOracle::literal).collect(Collectors.joining(", "))));
    }

    private static String literal(Map<String, Object> row) {
        return row.values().stream()
                .map(value -> value instanceof String text ? "'" + text + "'" : String.valueOf(value))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    List<Map<String, Object>> randomOutputs(Random random) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            List<Object> keys = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                keys.add(key(random));
            }
            outputs.add(row("Output", key(random), region(random), random.nextInt(5) == 0 ? null : keys));
        }
        return outputs;
    }

    Level randomLevel(Random random, String type, int depth) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : COLUMNS.get(type)) {
            if (random.nextInt(3) == 0) {
                columns.put("c" + columns.size(), column);
            }
        }
        Map<String, String> relationships = new LinkedHashMap<>();
        Map<String, Level> nested = new LinkedHashMap<>();
        List<String> names = JOINS.get(type).keySet().stream().sorted().toList();
        for (int i = depth == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            String alias = "r" + relationships.size();
            relationships.put(alias, name);
            nested.put(alias, randomLevel(random, JOINS.get(type).get(name).target(), depth - 1));
        }
        if (columns.isEmpty() && relationships.isEmpty()) {
            columns.put("c0", COLUMNS.get(type).get(0));
        }
        return new Level(type, columns, relationships, nested);
    }

    /** What the selection shows of a source. */
    Map<String, Object> answer(Level level, Map<String, Object> source) {
        Map<String, Object> answer = new LinkedHashMap<>();
        level.columns().forEach((alias, column) -> answer.put(alias, source.get(column)));
        level.joins().forEach((alias, name) -> {
            Join join = JOINS.get(level.type()).get(name);
            answer.put(alias, shown(join, level.nested().get(alias), matches(join, source)));
        });
        return answer;
    }

    private @Nullable Object shown(Join join, Level level, List<Map<String, Object>> matches) {
        List<Object> shown = new ArrayList<>();
        matches.forEach(row -> shown.add(answer(level, row)));
        if (join.many()) {
            return shown;
        }
        return shown.isEmpty() ? null : shown.get(0);
    }

    private List<Map<String, Object>> matches(Join join, Map<String, Object> source) {
        List<Object> key = new ArrayList<>();
        join.from().forEach(field -> key.add(source.get(field)));
        if (!(key.get(0) instanceof List<?> keys)) {
            return rowsOf(join, key);
        }
        List<Map<String, Object>> matches = new ArrayList<>();
        keys.forEach(one -> matches.addAll(rowsOf(join, Collections.singletonList(one))));
        return matches;
    }

    private List<Map<String, Object>> rowsOf(Join join, List<?> key) {
        Comparator<Map<String, Object>> order = Comparator.comparing(row -> comparable(row.get(join.order())));
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Map<String, Object> row : rows.get(join.target())) {
            boolean match = true;
            for (int i = 0; i < key.size(); i++) {
                match &= key.get(i) != null
                        && key.get(i).equals(row.get(join.to().get(i)));
            }
            if (match) {
                matches.add(row);
            }
        }
        matches.sort(join.descending() ? order.reversed() : order);
        return matches;
    }

    private static String comparable(Object value) {
        return value instanceof Integer number ? String.format("%09d", number) : value.toString();
    }

    private interface MakeRow {
        Map<String, Object> at(int n);
    }

    private void fill(String type, int number, MakeRow row, Random random) {
        List<Map<String, Object>> some = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            some.add(row.at(n));
        }
        Collections.shuffle(some, random);
        rows.put(type, some);
    }

    private static Map<String, Object> row(String type, Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(COLUMNS.get(type).get(i), values[i]);
        }
        return row;
    }

    private static @Nullable Integer key(Random random) {
        int key = random.nextInt(KEYS);
        return key == 0 ? null : key;
    }

    private static @Nullable String region(Random random) {
        int region = random.nextInt(5);
        return region == 0 ? null : region < 3 ? "eu" : "us";
    }

    private static Join order(String key) {
        return new Join("Order", List.of(key, "region"), List.of("id", "region"), "note", true, false);
    }

    private static Join items(String key) {
        return new Join("Item", List.of(key, "region"), List.of("order_id", "region"), "line", false, true);
    }
}
