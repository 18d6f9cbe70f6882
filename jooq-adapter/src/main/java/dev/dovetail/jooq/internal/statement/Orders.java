package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.dovetail.jooq.internal.statement.Filters.Linked;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;

/** Orders in the SQL of one statement. */
public final class Orders {

    private final Filters filters;

    Orders(Filters filters) {
        this.filters = filters;
    }

    /** What the rows of a target are ordered by, a value for each term. */
    List<Field<Object>> values(List<RowOrder> order, Target target) {
        return order.stream().map(by -> value(by.term(), target)).toList();
    }

    /** An order by values which a select has for each term. */
    public static List<SortField<Object>> by(
            List<RowOrder> order, List<Field<Object>> values, Expressions expressions) {
        List<SortField<Object>> terms = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            terms.add(expressions.sorted(order.get(i), values.get(i)));
        }
        return terms;
    }

    private Field<Object> value(OrderTerm term, Target target) {
        if (term instanceof OrderTerm.Of column) {
            return target.column(column.column());
        }
        return term instanceof OrderTerm.Related related
                ? ofFirst(related, target)
                : ofAll((OrderTerm.Aggregated) term, target);
    }

    private Field<Object> ofFirst(OrderTerm.Related related, Target outer) {
        Linked linked = filters.follow(related.link(), related.filter(), outer);
        Target target = linked.target();
        return subquery(select(value(related.term(), target))
                .from(target.from())
                .where(linked.condition())
                .orderBy(by(related.first(), values(related.first(), target), filters.expressions()))
                .limit(inline(1)));
    }

    /** As the double that rows carry of it: a page that goes on behind an exact mean would lose rows or repeat them. */
    private Field<Object> ofAll(OrderTerm.Aggregated aggregated, Target outer) {
        Linked linked = filters.follow(aggregated.link(), aggregated.filter(), outer);
        Target target = linked.target();
        Field<Object> value = filters.expressions().aggregate(aggregated.aggregate(), target::column);
        boolean rounded = aggregated.type().kind() == ColumnKind.DOUBLE;
        Field<Object> carried = rounded ? filters.expressions().rounded(value) : value;
        return subquery(select(carried).from(target.from()).where(linked.condition()));
    }

    private static Field<Object> subquery(Select<?> select) {
        return field("({0})", Object.class, select);
    }
}
