package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.dovetail.jooq.PostgresFilters.Linked;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;

/** Orders in the SQL of one statement. */
final class PostgresOrders {

    private final PostgresFilters filters;

    PostgresOrders(PostgresFilters filters) {
        this.filters = filters;
    }

    /** What the rows of a target are ordered by, a value for each term. */
    List<Field<Object>> values(List<RowOrder> order, PostgresTarget target) {
        return order.stream().map(by -> value(by.term(), target)).toList();
    }

    /** An order by values which a select has for each term. */
    static List<SortField<Object>> by(List<RowOrder> order, List<Field<Object>> values) {
        List<SortField<Object>> terms = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            terms.add(term(order.get(i), values.get(i)));
        }
        return terms;
    }

    private static SortField<Object> term(RowOrder by, Field<Object> value) {
        SortField<Object> term = by.descending() ? value.desc() : value.asc();
        return switch (by.nulls()) {
            case DEFAULT -> term;
            case FIRST -> term.nullsFirst();
            case LAST -> term.nullsLast();
        };
    }

    private Field<Object> value(OrderTerm term, PostgresTarget target) {
        if (term instanceof OrderTerm.Of column) {
            return target.column(column.column());
        }
        return term instanceof OrderTerm.Related related
                ? ofFirst(related, target)
                : ofAll((OrderTerm.Aggregated) term, target);
    }

    private Field<Object> ofFirst(OrderTerm.Related related, PostgresTarget outer) {
        Linked linked = filters.follow(related.link(), related.filter(), outer);
        PostgresTarget target = linked.target();
        return subquery(select(value(related.term(), target))
                .from(target.from())
                .where(linked.condition())
                .orderBy(by(related.first(), values(related.first(), target)))
                .limit(inline(1)));
    }

    /** As the double that rows carry of it: a page that goes on behind an exact mean would lose rows or repeat them. */
    private Field<Object> ofAll(OrderTerm.Aggregated aggregated, PostgresTarget outer) {
        Linked linked = filters.follow(aggregated.link(), aggregated.filter(), outer);
        PostgresTarget target = linked.target();
        Field<Object> value = PostgresAggregates.of(aggregated.aggregate(), target::column);
        boolean rounded = aggregated.type().kind() == ColumnKind.DOUBLE;
        Field<Object> carried = rounded ? field("cast({0} as pg_catalog.float8)", Object.class, value) : value;
        return subquery(select(carried).from(target.from()).where(linked.condition()));
    }

    private static Field<Object> subquery(Select<?> select) {
        return field("({0})", Object.class, select);
    }
}
