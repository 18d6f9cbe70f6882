package dev.dovetail.jooq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random selections of everything that a client may ask of the tables of {@link Tenants}: filters, orders, aggregates and
 * pages that ask for hidden columns and for values of either tenant, cursors of other callers among them.
 *
 * <p>Not thread-safe.
 */
final class ProbingQueries {

    /**
     * What a client finds in a type.
     *
     * @param one fields that lead to a row, with its type
     * @param many fields that lead to rows, with their type
     */
    private record Type(List<String> texts, List<String> numbers, Map<String, String> one, Map<String, String> many) {}

    private static final Map<String, Type> TYPES = Map.of(
            "Output",
            new Type(
                    List.of(),
                    List.of(),
                    Map.of("customer", "Customer", "anyOrder", "Order"),
                    Map.of("orders", "Order", "lines", "Line", "picked", "Order")),
            "Customer",
            new Type(List.of("id", "name", "tenant", "secret"), List.of("level"), Map.of(), Map.of("orders", "Order")),
            "Order",
            new Type(
                    List.of("id", "code", "tenant", "secret", "customer"),
                    List.of("amount"),
                    Map.of("buyer", "Customer"),
                    Map.of("lines", "Line")),
            "Line",
            new Type(
                    List.of("id", "label", "tenant", "order_id"),
                    List.of("price"),
                    Map.of("order", "Order"),
                    Map.of()));

    private final Random random;
    private final Map<String, List<String>> cursors = new LinkedHashMap<>();
    private final List<String> pages = new ArrayList<>();
    private int aliases;

    ProbingQueries(Random random) {
        this.random = random;
    }

    /** A selection of the type {@code Output}. */
    String selection() {
        return selection("Output", 3);
    }

    /** Takes the cursors of an answer, to ask with them another time. */
    void remember(Object answer) {
        if (answer instanceof List<?> list) {
            list.forEach(this::remember);
        } else if (answer instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.toString().matches("page\\d+") && value instanceof Map<?, ?> page) {
                    remember(pages.get(Integer.parseInt(key.toString().substring("page".length()))), page);
                }
                remember(value);
            });
        }
    }

    private void remember(String order, Map<?, ?> page) {
        if (page.get("edges") instanceof List<?> edges) {
            for (Object edge : edges) {
                cursors.computeIfAbsent(order, key -> new ArrayList<>())
                        .add(String.valueOf(((Map<?, ?>) edge).get("cursor")));
            }
        }
    }

    private String selection(String typeName, int depth) {
        Type type = TYPES.get(typeName);
        List<String> fields = new ArrayList<>();
        if (!type.texts().isEmpty()) {
            fields.add("id");
            fields.add(column(type));
        }
        int relationships = depth == 3 ? 2 : random.nextInt(depth + 1);
        for (int i = 0; i < relationships; i++) {
            if (!type.one().isEmpty() && (type.many().isEmpty() || chance(40))) {
                String field = field(type.one());
                fields.add(alias() + field + selection(type.one().get(field), depth - 1));
            } else if (!type.many().isEmpty()) {
                String field = field(type.many());
                fields.add(rows(field, type.many().get(field), depth - 1));
            }
        }
        return " { " + String.join(" ", fields) + " }";
    }

    private String alias() {
        return "r" + aliases++ + ": ";
    }

    private String rows(String field, String type, int depth) {
        int form = random.nextInt(field.equals("picked") ? 1 : 3);
        if (form == 0) {
            return alias() + field + arguments(type, !field.equals("picked")) + selection(type, depth);
        }
        return form == 1 ? aggregate(field, type, depth) : page(field, type, depth);
    }

    private String aggregate(String field, String type, int depth) {
        List<String> values = new ArrayList<>();
        values.add("count");
        if (chance(50)) {
            values.add(alias() + count(TYPES.get(type)));
        }
        for (String function : List.of("max", "min", "sum", "avg")) {
            if (chance(30)) {
                boolean numbers = function.length() == 3 && "sumavg".contains(function);
                values.add(function + " { " + (numbers ? pick(TYPES.get(type).numbers()) : column(TYPES.get(type)))
                        + " }");
            }
        }
        String nodes = chance(50) ? " nodes" + selection(type, depth) : "";
        return alias() + field + "_aggregate" + arguments(type, true) + " { aggregate { " + String.join(" ", values)
                + " }" + nodes + " }";
    }

    private String count(Type type) {
        return "count(columns: [" + column(type) + "], distinct: " + random.nextBoolean() + ")";
    }

    private String page(String field, String type, int depth) {
        String order = pick(List.of("{id: asc}", "{id: desc}", orderTerm(type, 1)));
        String key = field + type + order;
        pages.add(key);
        List<String> arguments = new ArrayList<>(List.of("order_by: [" + order + "]"));
        if (chance(50)) {
            arguments.add("where: " + where(type, 2));
        }
        boolean backward = chance(30);
        if (chance(80)) {
            arguments.add((backward ? "last: " : "first: ") + random.nextInt(4));
        }
        List<String> known = cursors.getOrDefault(key, List.of());
        if (!known.isEmpty() && chance(60)) {
            arguments.add((chance(70) ? "after: \"" : "before: \"") + pick(known) + '"');
        }
        return "page" + (pages.size() - 1) + ": " + field + "_connection(" + String.join(", ", arguments)
                + ") { edges { cursor node" + selection(type, depth)
                + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
    }

    private String arguments(String type, boolean distinct) {
        List<String> arguments = new ArrayList<>();
        if (chance(60)) {
            arguments.add("where: " + where(type, 2));
        }
        String first = column(TYPES.get(type));
        if (distinct && chance(20)) {
            arguments.add("distinct_on: [" + first + "]");
        }
        if (chance(40)) {
            arguments.add("order_by: [" + (chance(50) ? "{" + first + ": " + direction() + "} " : "")
                    + orderTerm(type, 2) + "]");
        }
        if (chance(30)) {
            arguments.add("limit: " + random.nextInt(5));
        }
        if (chance(20)) {
            arguments.add("offset: " + random.nextInt(3));
        }
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    private String orderTerm(String typeName, int depth) {
        Type type = TYPES.get(typeName);
        if (depth > 0 && !type.one().isEmpty() && chance(40)) {
            String field = field(type.one());
            return "{" + field + ": " + orderTerm(type.one().get(field), depth - 1) + "}";
        }
        if (depth > 0 && !type.many().isEmpty() && chance(40)) {
            String field = field(type.many());
            Type target = TYPES.get(type.many().get(field));
            String function = pick(
                    List.of("count: ", "max: {" + column(target) + ": ", "sum: {" + pick(target.numbers()) + ": "));
            return "{" + field + "_aggregate: {" + function + direction() + (function.contains("{") ? "}" : "") + "}}";
        }
        return "{" + column(type) + ": " + direction() + "}";
    }

    private String direction() {
        return pick(List.of("asc", "desc", "asc_nulls_first", "desc_nulls_last"));
    }

    private String where(String typeName, int depth) {
        Type type = TYPES.get(typeName);
        int kind = random.nextInt(depth > 0 ? 8 : 1);
        if (kind == 3) {
            return "{_not: " + where(typeName, depth - 1) + "}";
        }
        if (kind == 4) {
            return "{" + pick(List.of("_or", "_and")) + ": [" + where(typeName, depth - 1) + ", "
                    + where(typeName, depth - 1) + "]}";
        }
        Map<String, String> linked =
                type.one().isEmpty() || (!type.many().isEmpty() && chance(50)) ? type.many() : type.one();
        if (kind >= 5 && !linked.isEmpty()) {
            String field = field(linked);
            return "{" + field + ": " + (chance(30) ? "{}" : where(linked.get(field), depth - 1)) + "}";
        }
        String column = column(type);
        return "{" + column + ": {" + (type.numbers().contains(column) ? number() : text()) + "}}";
    }

    private String number() {
        return pick(List.of("_eq: ", "_neq: ", "_gt: ", "_lte: ")) + random.nextInt(10);
    }

    private String text() {
        if (chance(15)) {
            return "_is_null: " + random.nextBoolean();
        }
        if (chance(30)) {
            String pattern = pick(List.of("_like: \"", "_ilike: \"", "_nlike: \"", "_regex: \"", "_similar: \""));
            return pattern
                    + pick(List.of("%", ".*", "", "sec%"))
                    + value()
                    + pick(List.of("%", "", "%\\\\", "("))
                    + '"';
        }
        return chance(30)
                ? pick(List.of("_in", "_nin")) + ": [\"" + value() + "\", \"" + value() + "\"]"
                : pick(List.of("_eq", "_neq", "_gt", "_lt")) + ": \"" + value() + '"';
    }

    /** A value that a row of one of the tenants has, or something like it. */
    private String value() {
        String prefix = pick(List.of("c", "o", "l", "name", "code", "label", "secret"));
        return pick(List.of("", prefix + random.nextInt(7) + "-")) + pick(List.of("mark-a", "mark-b"));
    }

    /** A column that most callers may read, most of the time. */
    private String column(Type type) {
        if (chance(70)) {
            return pick(type.texts().subList(0, 2));
        }
        return chance(50) ? pick(type.numbers()) : chance(70) ? "tenant" : pick(type.texts());
    }

    private String field(Map<String, String> fields) {
        return pick(fields.keySet().stream().sorted().toList());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
