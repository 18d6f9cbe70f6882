package dev.dovetail.table.contract.loops;

import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where rows stand in an order. */
record Sorting(Lists lists, Table table, List<RowOrder> order) {

    Comparator<Object[]> rows() {
        return (one, other) -> compare(position(one), position(other));
    }

    /** The values that a row is ordered by. */
    List<Object> position(Object[] row) {
        List<Object> values = new ArrayList<>();
        order.forEach(by -> values.add(value(row, by.term())));
        return values;
    }

    private Object value(Object[] row, OrderTerm term) {
        if (term instanceof OrderTerm.Of of) {
            return Lists.value(table, row, of.column());
        }
        if (term instanceof OrderTerm.Aggregated of) {
            List<Object[]> rows = lists.follow(table, row, of.link(), of.filter());
            return Computed.of(lists.current(of.link().target()), rows, of.aggregate());
        }
        OrderTerm.Related related = (OrderTerm.Related) term;
        Sorting target = new Sorting(lists, lists.current(related.link().target()), related.first());
        return lists.follow(table, row, related.link(), related.filter()).stream()
                .min(target.rows())
                .map(found -> target.value(found, related.term()))
                .orElse(null);
    }

    int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < order.size(); i++) {
            int difference = comparator(order.get(i)).compare(one.get(i), other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static Comparator<Object> comparator(RowOrder by) {
        boolean nullsLast = by.nulls() == NullOrder.DEFAULT ? !by.descending() : by.nulls() == NullOrder.LAST;
        Comparator<Object> values = (one, other) -> Alike.compare(by.term().type(), one, other);
        Comparator<Object> directed = by.descending() ? values.reversed() : values;
        return nullsLast ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
    }
}
