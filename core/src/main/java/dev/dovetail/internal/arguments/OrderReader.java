package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.model.Vocabulary.Direction;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads an order of a client's. Hidden columns, and rows that an access rule hides, cannot be ordered by. */
final class OrderReader {

    private final Vocabulary words;
    private final Caller caller;

    OrderReader(Vocabulary words, Caller caller) {
        this.words = words;
        this.caller = caller;
    }

    /** The order for rows of a type: one term for each object of the list. */
    List<RowOrder> read(TableType type, Grant grant, @Nullable Object orderBy, String place) {
        List<RowOrder> order = new ArrayList<>();
        Arguments.list(orderBy, place).forEach(term -> order.add(term(type, grant, term, place, inner -> inner)));
        return order;
    }

    /**
     * @param outer makes a term of the row that is ordered from a term of the row that it leads to
     */
    private RowOrder term(
            TableType type, Grant grant, @Nullable Object term, String place, UnaryOperator<OrderTerm> outer) {
        Map.Entry<String, @Nullable Object> only = only(term, place);
        String name = only.getKey();
        String inside = place + "." + name;
        for (Map.Entry<String, TableLink> link : type.filterableLinks().entrySet()) {
            if (name.equals(link.getKey())) {
                return related(link.getValue(), only.getValue(), inside, outer);
            }
            if (name.equals(words.with(link.getKey(), "aggregate"))) {
                return aggregated(link.getValue(), only.getValue(), inside, outer);
            }
        }
        Column column = Columns.shown(type, grant, name, place);
        return directed(outer.apply(new OrderTerm.Of(column)), only.getValue(), inside);
    }

    private RowOrder related(TableLink link, @Nullable Object term, String place, UnaryOperator<OrderTerm> outer) {
        TableType target = link.join().target();
        Grant grant = caller.grant(target);
        return term(
                target,
                grant,
                term,
                place,
                inner -> outer.apply(new OrderTerm.Related(
                        link.link(), grant.filter(), link.join().order(), inner)));
    }

    private RowOrder aggregated(TableLink link, @Nullable Object term, String place, UnaryOperator<OrderTerm> outer) {
        TableType target = link.join().target();
        Grant grant = caller.grant(target);
        grant.requireAggregates(target.name());
        Map.Entry<String, @Nullable Object> function = only(term, place);
        Aggregate aggregate = Aggregate.count();
        Object direction = function.getValue();
        String inside = place + "." + function.getKey();
        AggregateFunction chosen = Objects.requireNonNull(words.functions().get(function.getKey()), "function");
        if (chosen != AggregateFunction.COUNT) {
            Map.Entry<String, @Nullable Object> column = only(direction, inside);
            aggregate = Aggregate.of(chosen, Columns.shown(target, grant, column.getKey(), inside));
            direction = column.getValue();
        }
        OrderTerm value = new OrderTerm.Aggregated(link.link(), grant.filter(), aggregate);
        return directed(outer.apply(value), direction, inside);
    }

    /** The fields of an input object have no order. */
    private static Map.Entry<String, @Nullable Object> only(@Nullable Object term, String place) {
        Map<String, @Nullable Object> entries = Arguments.object(term, place);
        if (entries.size() != 1) {
            throw Arguments.invalid(
                    place,
                    "orders by " + entries.size() + " fields in one object; write a list of objects with one each");
        }
        return entries.entrySet().iterator().next();
    }

    private RowOrder directed(OrderTerm term, @Nullable Object name, String place) {
        Direction direction = Objects.requireNonNull(
                words.directions().get(Arguments.notNull(name, place).toString()), "direction");
        NullOrder nulls = direction.nullsFirst() ? NullOrder.FIRST : NullOrder.LAST;
        return new RowOrder(term, direction.descending(), term.nullable() ? nulls : NullOrder.DEFAULT);
    }
}
