package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes random orders. */
record RandomOrders(Pick pick, Data data) {

    /** Some terms. */
    List<Order> of(Table table) {
        return pick.times(pick.of(0, 1, 1, 2), () -> term(table, 2));
    }

    /** Terms of the primary key, which leave no two rows equal. */
    List<Order> primaryKey(Table table) {
        List<Order> terms = new ArrayList<>();
        table.primaryKey().forEach(column -> terms.add(directed(Order.by(table.column(column), pick.oneIn(2)))));
        Collections.shuffle(terms, pick.random());
        return terms;
    }

    Order column(Column column) {
        return directed(Order.by(column, pick.oneIn(2)));
    }

    private Order term(Table table, int depth) {
        List<Relation> relations = Shop.relationsOf(table.type()).stream()
                .filter(Relation::filterable)
                .toList();
        if (depth == 0 || relations.isEmpty() || pick.oneIn(2)) {
            return column(pick.of(table.ordered()));
        }
        Relation relation = pick.of(relations);
        return relation.many() ? aggregated(relation) : related(relation, term(relation.target(), depth - 1));
    }

    private Order related(Relation relation, Order term) {
        Function<Map<String, Object>, Object> value = row -> first(relation, row, term);
        Order outer = Order.of("{" + relation.name() + ": " + term.text() + "}", term.kind(), value, term.descending());
        return term.direction().contains("nulls") ? outer.nulls(term.nullsFirst()) : outer;
    }

    private Object first(Relation relation, Map<String, Object> row, Order term) {
        List<Map<String, Object>> rows =
                Order.sorted(data.matches(relation, row).get(0), Order.declared(relation));
        return rows.isEmpty() ? null : term.value().apply(rows.get(0));
    }

    private Order aggregated(Relation relation) {
        Function<Map<String, Object>, List<Map<String, Object>>> rows =
                row -> data.matches(relation, row).get(0);
        String field = relation.name() + "_aggregate";
        if (pick.oneIn(3)) {
            return directed(Order.of(
                    "{" + field + ": {count: %s}}",
                    Kind.INT,
                    row -> rows.apply(row).size(),
                    pick.oneIn(2)));
        }
        Statistic function = pick.of(Statistic.MIN, Statistic.MAX, Statistic.SUM, Statistic.AVG);
        Column column = pick.of(function.columns(relation.target()));
        return directed(Order.of(
                "{" + field + ": {" + function + ": {" + column.name() + ": %s}}}",
                function.kind(column),
                row -> function.of(column, rows.apply(row)),
                pick.oneIn(2)));
    }

    private Order directed(Order term) {
        return switch (pick.below(4)) {
            case 0 -> term.nulls(true);
            case 1 -> term.nulls(false);
            default -> term;
        };
    }
}
