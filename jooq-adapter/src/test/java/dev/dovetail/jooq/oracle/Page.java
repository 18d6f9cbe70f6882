package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The arguments of a page; null for those that are not given. */
record Page(Condition where, List<Order> order, Integer first, Integer last, Place after, Place before) {

    /** A row, and the cursor that Dovetail gave it. */
    record Place(Map<String, Object> row, String cursor) {}

    static Page forward(Condition where, List<Order> order, Integer first) {
        return new Page(where, order, first, null, null, null);
    }

    static Page backward(Condition where, List<Order> order, Integer last) {
        return new Page(where, order, null, last, null, null);
    }

    List<String> arguments() {
        List<String> arguments = new Choice(where, order, List.of(), null, null).arguments();
        if (first != null) {
            arguments.add("first: " + first);
        }
        if (last != null) {
            arguments.add("last: " + last);
        }
        if (after != null) {
            arguments.add("after: \"" + after.cursor() + "\"");
        }
        if (before != null) {
            arguments.add("before: \"" + before.cursor() + "\"");
        }
        return arguments;
    }

    /** Where the orders of client and relationship leave rows equal, the primary key settles it. */
    Comparator<Map<String, Object>> total(Relation relation) {
        List<Order> terms = new ArrayList<>(order);
        Order.declared(relation).stream()
                .filter(declared -> order.stream().noneMatch(declared::isOfTheSame))
                .forEach(terms::add);
        boolean descending = !terms.isEmpty() && terms.get(terms.size() - 1).descending();
        terms.addAll(Order.byPrimaryKey(relation.target(), descending));
        return Order.by(terms);
    }

    /** All rows of a source, between the two places if they are given. */
    List<Map<String, Object>> all(Relation relation, Map<String, Object> source, Data data) {
        Comparator<Map<String, Object>> total = total(relation);
        List<Map<String, Object>> matches = data.matches(relation, source).get(0);
        return new Choice(where, order, List.of(), null, null)
                .filtered(matches, data).stream()
                        .filter(row -> after == null || total.compare(row, after.row()) > 0)
                        .filter(row -> before == null || total.compare(row, before.row()) < 0)
                        .sorted(total)
                        .toList();
    }

    List<Map<String, Object>> shown(Relation relation, Map<String, Object> source, Data data) {
        List<Map<String, Object>> all = all(relation, source, data);
        if (last != null) {
            return all.subList(Math.max(0, all.size() - last), all.size());
        }
        return first == null ? all : all.subList(0, Math.min(first, all.size()));
    }

    /** Whether there are rows beyond a place that is given, nobody looks: the client has been there. */
    Map<String, Object> info(Relation relation, Map<String, Object> source, Data data) {
        int all = all(relation, source, data).size();
        boolean next = last == null ? first != null && first < all : before != null;
        boolean previous = last == null ? after != null : last < all;
        return Map.of("hasNextPage", next, "hasPreviousPage", previous);
    }
}
