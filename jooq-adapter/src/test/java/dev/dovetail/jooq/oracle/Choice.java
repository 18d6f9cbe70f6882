package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The arguments that choose rows; null, or empty, for those that are not given.
 *
 * @param order empty when it is not given, or given as an empty list
 */
record Choice(Condition where, List<Order> order, List<Column> distinctOn, Integer offset, Integer limit) {

    static final Choice EVERYTHING = new Choice(null, List.of(), List.of(), null, null);

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (where != null) {
            arguments.add("where: " + where.text());
        }
        if (!order.isEmpty()) {
            List<String> terms = order.stream().map(Order::written).toList();
            arguments.add("order_by: " + (terms.size() == 1 ? terms.get(0) : terms));
        }
        if (!distinctOn.isEmpty()) {
            arguments.add(
                    "distinct_on: " + distinctOn.stream().map(Column::name).toList());
        }
        if (offset != null) {
            arguments.add("offset: " + offset);
        }
        if (limit != null) {
            arguments.add("limit: " + limit);
        }
        return arguments;
    }

    static String written(List<String> arguments) {
        return arguments.isEmpty() ? "" : arguments.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** The rows that a relationship of a source shows. */
    List<Map<String, Object>> rows(Relation relation, Map<String, Object> source, Data data) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Map<String, Object>> ofOneKey : data.matches(relation, source)) {
            rows.addAll(distinct(sorted(relation, filtered(ofOneKey, data))));
        }
        int from = Math.min(offset == null ? 0 : offset, rows.size());
        return rows.subList(from, limit == null ? rows.size() : (int) Math.min((long) from + limit, rows.size()));
    }

    List<Map<String, Object>> filtered(List<Map<String, Object>> rows, Data data) {
        return where == null
                ? rows
                : rows.stream()
                        .filter(row -> Boolean.TRUE.equals(where.holds(row, data)))
                        .toList();
    }

    /** The relationship's order settles what is equal in the one that is asked for. */
    private List<Map<String, Object>> sorted(Relation relation, List<Map<String, Object>> rows) {
        List<Order> terms = new ArrayList<>(order);
        if (order.isEmpty()) {
            distinctOn.forEach(column -> terms.add(Order.by(column, false)));
        }
        terms.addAll(Order.declared(relation));
        return Order.sorted(rows, terms);
    }

    private List<Map<String, Object>> distinct(List<Map<String, Object>> rows) {
        if (distinctOn.isEmpty()) {
            return rows;
        }
        List<Map<String, Object>> distinct = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            if (distinct.stream().noneMatch(other -> agree(row, other))) {
                distinct.add(row);
            }
        }
        return distinct;
    }

    private boolean agree(Map<String, Object> one, Map<String, Object> other) {
        return distinctOn.stream().allMatch(column -> Order.by(column, false).compare(one, other) == 0);
    }
}
