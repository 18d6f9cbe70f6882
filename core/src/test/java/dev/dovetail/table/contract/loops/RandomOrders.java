package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Random orders. They end with the table's first column, which is unique: the order of equal rows would be open. */
record RandomOrders(Dice dice, RandomFilters filters) {

    List<RowOrder> of(Table table, List<Column> distinctOn) {
        List<Column> first = new ArrayList<>(distinctOn);
        Collections.shuffle(first, dice.random());
        List<OrderTerm> terms = new ArrayList<>();
        first.forEach(column -> terms.add(new OrderTerm.Of(column)));
        terms.addAll(dice.upTo(2, () -> term(table, 2)));
        terms.add(new OrderTerm.Of(table.columns().get(0)));

        boolean oneWay = dice.oneIn(3);
        boolean descending = dice.oneIn(2);
        return terms.stream()
                .map(term ->
                        new RowOrder(term, oneWay ? descending : dice.oneIn(2), dice.of(List.of(NullOrder.values()))))
                .toList();
    }

    private OrderTerm term(Table table, int depth) {
        if (depth == 0 || dice.oneIn(2)) {
            return new OrderTerm.Of(dice.column(table));
        }
        Link link = dice.of(dice.links(table));
        Table target = link.target();
        Filter filter = dice.oneIn(2) ? Filter.EVERYTHING : filters.of(target, 1);
        return dice.oneIn(2)
                ? new OrderTerm.Related(link, filter, of(target, List.of()), term(target, depth - 1))
                : new OrderTerm.Aggregated(link, filter, aggregate(target));
    }

    private Aggregate aggregate(Table table) {
        return dice.oneIn(2) ? Aggregate.count() : Aggregate.of(AggregateFunction.MAX, dice.comparable(table));
    }
}
