package dev.dovetail.jooq.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One term of an order.
 *
 * @param text the object that says it, with {@code %s} for the direction
 * @param kind of the values that are compared
 * @param value of a row; null where it has none
 */
record Order(
        String text,
        Kind kind,
        Function<Map<String, Object>, Object> value,
        boolean descending,
        boolean nullsFirst,
        String direction)
        implements Comparator<Map<String, Object>> {

    /** A term with nulls where PostgreSQL puts them. */
    static Order by(Column column, boolean descending) {
        return of("{" + column.name() + ": %s}", column.kind(), row -> row.get(column.name()), descending);
    }

    static Order of(String text, Kind kind, Function<Map<String, Object>, Object> value, boolean descending) {
        return new Order(text, kind, value, descending, descending, descending ? "desc" : "asc");
    }

    /** What a relationship declares. */
    static List<Order> declared(Relation relation) {
        return relation.order().stream()
                .map(by -> by(relation.target().column(by.column()), by.descending()))
                .toList();
    }

    static List<Order> byPrimaryKey(Table table, boolean descending) {
        return table.primaryKey().stream()
                .map(column -> by(table.column(column), descending))
                .toList();
    }

    Order nulls(boolean first) {
        String name = (descending ? "desc" : "asc") + (first ? "_nulls_first" : "_nulls_last");
        return new Order(text, kind, value, descending, first, name);
    }

    String written() {
        return text.formatted(direction);
    }

    @Override
    public int compare(Map<String, Object> one, Map<String, Object> other) {
        Object first = value.apply(one);
        Object second = value.apply(other);
        if (first == null || second == null) {
            int nullsLast = Boolean.compare(first == null, second == null);
            return nullsFirst ? -nullsLast : nullsLast;
        }
        int difference = kind.compare(first, second);
        return descending ? -difference : difference;
    }

    /** Whether another term compares the same values, in whatever direction. */
    boolean isOfTheSame(Order other) {
        return text.equals(other.text);
    }

    /** The order of several terms, of which each decides among what is equal in the ones before it. */
    static Comparator<Map<String, Object>> by(List<Order> terms) {
        Comparator<Map<String, Object>> order = (one, other) -> 0;
        for (Order term : terms) {
            order = order.thenComparing(term);
        }
        return order;
    }

    static List<Map<String, Object>> sorted(List<Map<String, Object>> rows, List<Order> terms) {
        return rows.stream().sorted(by(terms)).toList();
    }
}
