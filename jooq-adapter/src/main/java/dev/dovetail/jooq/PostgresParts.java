package dev.dovetail.jooq;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jooq.SelectQuery;

/**
 * What the shapes of a query's statement are made of.
 *
 * @param target the query's table
 * @param filter the rows of the target that count
 * @param terms what the target's rows are ordered by
 */
record PostgresParts(TableQuery query, PostgresTarget target, Condition filter, List<Field<Object>> terms) {

    private static final Name TARGET = name("t");
    private static final Name DISTINCT = name("d");

    static PostgresParts of(TableQuery query) {
        RowSelection rows = query.rows();
        PostgresTarget target = PostgresTarget.of(query.table(), rows.filter(), TARGET);
        PostgresFilters filters = new PostgresFilters();
        Condition filter = filters.whole(rows.filter(), target);
        return new PostgresParts(query, target, filter, new PostgresOrders(filters).values(rows.order(), target));
    }

    RowSelection rows() {
        return query.rows();
    }

    List<RowOrder> order() {
        return query.rows().order();
    }

    /** Whether rows of a key may be left out of a selection because of others in front of them. */
    boolean isBounded() {
        return rows().offset() > 0 || (!query.atMostOneRowPerKey() && (hasLimit() || isDistinct()));
    }

    boolean hasLimit() {
        return rows().limit() != TableQuery.ALL_ROWS;
    }

    boolean isDistinct() {
        return !rows().distinctOn().isEmpty();
    }

    /** What no two rows agree in: of a select, the values by which it is ordered first. */
    List<Field<Object>> distinctOn(List<Field<Object>> order) {
        return order.subList(0, rows().distinctOn().size());
    }

    /** The rows between the selection's positions, by what a select has for each term. */
    Condition between(List<Field<Object>> values) {
        return PostgresSeek.between(rows(), values);
    }

    /** The rows that the selection means of those that match: a select of these outputs, in their order. */
    SelectQuery<?> ofOneKey(SelectField<?> first, Condition match, PostgresOutputs outputs, long most) {
        boolean inTwoSteps = isDistinct() && (rows().after() != null || rows().before() != null);
        SelectQuery<?> select =
                inTwoSteps ? ofDistinct(first, match, outputs) : inOneStep(first, match, outputs, !isDistinct());
        bound(select, most);
        return select;
    }

    /** Positions are among the rows that are left when no two agree. */
    private SelectQuery<?> ofDistinct(SelectField<?> first, Condition match, PostgresOutputs outputs) {
        PostgresOutputs all = new PostgresOutputs(outputs.columns(), terms.size());
        List<Field<Object>> values = all.terms(DISTINCT);
        return select(listOf(first, outputs.passedOn(DISTINCT)))
                .from(inOneStep(inline(true).as("found"), match, all, false).asTable(DISTINCT))
                .where(between(values))
                .orderBy(PostgresOrders.by(order(), values))
                .getQuery();
    }

    private SelectQuery<?> inOneStep(SelectField<?> first, Condition match, PostgresOutputs outputs, boolean between) {
        List<Field<Object>> order = outputs.terms() == 0 ? terms : outputs.ownTerms();
        SelectQuery<?> select = select(listOf(first, outputs.of(target, terms)))
                .distinctOn(distinctOn(order))
                .from(target.from())
                .where(match)
                .and(filter)
                .getQuery();
        if (between) {
            select.addConditions(between(terms));
        }
        select.addOrderBy(PostgresOrders.by(order(), order));
        return select;
    }

    /** Numbers of the host's are part of the text; those of clients are not, for the sake of prepared statements. */
    private void bound(SelectQuery<?> select, long most) {
        if (rows().offset() > 0) {
            select.addOffset(val(rows().offset()));
        }
        if (hasLimit()) {
            select.addLimit(val(Math.min(rows().limit(), most)));
        } else if (most < TableQuery.ALL_ROWS && !query.atMostOneRowPerKey()) {
            select.addLimit(inline(most));
        }
    }

    /** The query's aggregates, under their names in a select. */
    List<SelectField<?>> aggregates(Function<Column, Field<Object>> columns) {
        List<SelectField<?>> list = new ArrayList<>();
        for (Aggregate aggregate : query.aggregates()) {
            list.add(PostgresAggregates.of(aggregate, columns).as(aggregateName(list.size())));
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

    static Name aggregateName(int position) {
        return name("a" + position);
    }

    static List<SelectField<?>> listOf(SelectField<?> first, List<? extends SelectField<?>> others) {
        List<SelectField<?>> list = new ArrayList<>();
        list.add(first);
        list.addAll(others);
        return list;
    }
}
