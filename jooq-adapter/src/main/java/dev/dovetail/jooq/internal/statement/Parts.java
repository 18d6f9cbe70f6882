package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.name;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jooq.SortField;

/**
 * What the shapes of a query's statement are made of.
 *
 * @param target the query's table
 * @param filter the rows of the target that count
 * @param terms what the target's rows are ordered by
 * @param values what there is for a slot: its value, or the slot itself
 */
public record Parts(
        TableQuery query,
        Target target,
        Condition filter,
        List<Field<Object>> terms,
        Function<Slot, Object> values,
        Expressions expressions) {

    private static final Name TARGET = name("t");

    static Parts of(TableQuery query, Function<Slot, Object> values, Expressions expressions) {
        RowSelection rows = query.rows();
        Target target = Target.of(query.table(), rows.filter(), TARGET);
        Filters filters = new Filters(expressions);
        Condition filter = filters.whole(rows.filter(), target);
        return new Parts(query, target, filter, new Orders(filters).values(rows.order(), target), values, expressions);
    }

    RowSelection rows() {
        return query.rows();
    }

    List<RowOrder> order() {
        return query.rows().order();
    }

    /** Whether an index finds the rows of a key. */
    public boolean isIndexed() {
        return query.table().isIndexed(query.keyColumnNames());
    }

    /** Whether rows of a key may be left out of a selection because of others in front of them. */
    public boolean isBounded() {
        return rows().offset() > 0 || (!query.atMostOneRowPerKey() && (hasLimit() || isDistinct()));
    }

    boolean hasLimit() {
        return rows().limit() != TableQuery.ALL_ROWS;
    }

    boolean isDistinct() {
        return !rows().distinctOn().isEmpty();
    }

    /** A number of the request's. It is no part of the text, for the sake of prepared statements. */
    Field<Long> number(ToLongFunction<TableRequest> number) {
        Slot slot = inputs -> number.applyAsLong(inputs.request());
        return expressions.number(values.apply(slot));
    }

    /** A column of the target as the results carry it. */
    Field<Object> result(Column column) {
        return expressions.result(column.type(), target.column(column));
    }

    /** The order, by values which a select has for each term. */
    List<SortField<Object>> by(List<Field<Object>> values) {
        return Orders.by(order(), values, expressions);
    }

    /** What no two rows agree in: of a select, the values by which it is ordered first. */
    List<Field<Object>> distinctOn(List<Field<Object>> order) {
        return order.subList(0, rows().distinctOn().size());
    }

    /** The rows between the selection's positions, by what a select has for each term. */
    public Condition between(List<Field<Object>> values) {
        return Seek.between(rows(), values, expressions);
    }

    /** The query's aggregates, under their names in a select. */
    public List<SelectField<?>> aggregates(Function<Column, Field<Object>> columns) {
        List<SelectField<?>> list = new ArrayList<>();
        for (Aggregate aggregate : query.aggregates()) {
            list.add(expressions.aggregate(aggregate, columns).as(aggregateName(list.size())));
        }
        return list;
    }

    /** The columns that the query's aggregates are of. */
    List<Column> aggregatedColumns() {
        return query.aggregates().stream()
                .flatMap(aggregate -> aggregate.columns().stream())
                .distinct()
                .toList();
    }

    public static Name aggregateName(int position) {
        return name("a" + position);
    }

    public static List<SelectField<?>> listOf(SelectField<?> first, List<? extends SelectField<?>> others) {
        List<SelectField<?>> list = new ArrayList<>();
        list.add(first);
        list.addAll(others);
        return list;
    }
}
