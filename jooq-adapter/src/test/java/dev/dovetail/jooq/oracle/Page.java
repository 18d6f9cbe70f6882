package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a page without cursors; null for those that are not given.
 */
record Page(Condition where, List<Order> order, Integer first, Integer last) {

    List<String> arguments() {
        List<String> arguments = new Choice(where, order, List.of(), null, null).arguments();
        if (first != null) {
            arguments.add("first: " + first);
        }
        if (last != null) {
            arguments.add("last: " + last);
        }
        return arguments;
    }

    /** All rows: where the orders of client and relationship leave rows equal, the primary key settles it. */
    List<Map<String, Object>> all(Relation relation, Map<String, Object> source, Data data) {
        List<Order> terms = new ArrayList<>(order);
        terms.addAll(Order.declared(relation));
        boolean descending = !terms.isEmpty() && terms.get(terms.size() - 1).descending();
        terms.addAll(Order.byPrimaryKey(relation.target(), descending));
        List<Map<String, Object>> matches = data.matches(relation, source).get(0);
        return Order.sorted(new Choice(where, order, List.of(), null, null).filtered(matches, data), terms);
    }

    List<Map<String, Object>> shown(Relation relation, Map<String, Object> source, Data data) {
        List<Map<String, Object>> all = all(relation, source, data);
        if (last != null) {
            return all.subList(Math.max(0, all.size() - last), all.size());
        }
        return first == null ? all : all.subList(0, Math.min(first, all.size()));
    }

    Map<String, Object> info(Relation relation, Map<String, Object> source, Data data) {
        int all = all(relation, source, data).size();
        return Map.of("hasNextPage", first != null && first < all, "hasPreviousPage", last != null && last < all);
    }
}
