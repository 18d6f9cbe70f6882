package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes random arguments, of which some order leaves no two rows equal: what is shown is then certain. */
record RandomChoices(Pick pick, Data data) {

    Choice of(Relation relation) {
        Table target = relation.target();
        List<Column> distinctOn =
                relation.listOfKeys() || pick.oneIn(2) ? List.of() : List.copyOf(pick.some(target.ordered(), 2));
        Integer offset = pick.oneIn(3) ? pick.of(0, 1, 2, 9) : null;
        Integer limit = pick.oneIn(3) ? pick.of(0, 1, 2, 3, Integer.MAX_VALUE) : null;
        return new Choice(where(target), order(relation, distinctOn), distinctOn, offset, limit);
    }

    Condition where(Table table) {
        return pick.oneIn(2) ? null : new RandomConditions(pick).of(table, 2);
    }

    private List<Order> order(Relation relation, List<Column> distinctOn) {
        boolean settled = !relation.order().isEmpty();
        if (settled && pick.oneIn(3)) {
            return List.of();
        }
        RandomOrders orders = new RandomOrders(pick, data);
        List<Order> order = new ArrayList<>();
        distinctOn.forEach(column -> order.add(orders.column(column)));
        Collections.shuffle(order, pick.random());
        order.addAll(orders.of(relation.target()));
        if (!settled || pick.oneIn(3)) {
            order.addAll(orders.primaryKey(relation.target()));
        }
        return order;
    }
}
