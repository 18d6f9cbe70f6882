package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;

import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The shape that asks for each key on its own, within one statement: by the index, it reads only the first rows of each,
 * whatever the number of rows a key has. Without an index it would read the whole table for each key.
 */
public final class LateralRows {

    private static final Name AGGREGATES = name("a");
    private static final Name AGGREGATED = name("p");
    private static final Name ROWS = name("r");
    private static final Name FOUND = name("found");

    private final Parts parts;
    private final TableQuery query;
    private final Keys keys;
    private final boolean single;
    private final Outputs outputs;

    /**
     * @param single whether there is but one key, which then needs no key table
     */
    LateralRows(Parts parts, Keys keys, boolean single) {
        this.parts = parts;
        this.query = parts.query();
        this.keys = keys;
        this.single = single;
        this.outputs = new Outputs(query.columns(), parts.terms().size());
    }

    SelectQuery<?> select() {
        SelectField<?> ordinal = single ? inline(1L) : Keys.ordinal();
        return DSL.select(Parts.listOf(ordinal, results()))
                .from(from())
                .orderBy(order())
                .getQuery();
    }

    private Table<?> from() {
        if (query.aggregates().isEmpty()) {
            return ofEachKey(rows(), ROWS);
        }
        Table<?> aggregates = ofEachKey(aggregates(), AGGREGATES);
        return query.rowsPerKey() == 0
                ? aggregates
                : aggregates
                        .leftJoin(
                                single ? rows().asTable(ROWS) : lateral(rows()).as(ROWS))
                        .on(trueCondition());
    }

    private Table<?> ofEachKey(Select<?> select, Name alias) {
        return single
                ? select.asTable(alias)
                : keys.asTable().crossJoin(lateral(select).as(alias));
    }

    private SelectQuery<?> rows() {
        return new OneKey(parts, match(), new Most(query.rowsPerKey(), false))
                .select(inline(true).as(FOUND), outputs);
    }

    private Select<?> aggregates() {
        if (!parts.isBounded()) {
            return DSL.select(parts.aggregates(parts.target()::column))
                    .from(parts.target().from())
                    .where(match())
                    .and(parts.filter())
                    .and(parts.between(parts.terms()));
        }
        Outputs inputs = new Outputs(parts.aggregatedColumns(), 0);
        Select<?> chosen =
                new OneKey(parts, match(), Most.ALL).select(inline(true).as(FOUND), inputs);
        return DSL.select(parts.aggregates(inputs.columns(AGGREGATED))).from(chosen.asTable(AGGREGATED));
    }

    private Condition match() {
        return single ? keys.matchFirst(parts.target()::column) : keys.find(parts);
    }

    private List<SelectField<?>> results() {
        List<SelectField<?>> results = new ArrayList<>();
        for (int i = 0; i < query.aggregates().size(); i++) {
            results.add(field(AGGREGATES.append(Parts.aggregateName(i))));
        }
        if (query.rowsPerKey() > 0) {
            if (!results.isEmpty()) {
                results.add(field(ROWS.append(FOUND)));
            }
            results.addAll(
                    outputs.asResults(parts).results(ROWS, query.columns().size(), query.positions()));
        }
        return results;
    }

    private List<OrderField<?>> order() {
        List<OrderField<?>> order = new ArrayList<>();
        List<Field<Object>> terms = outputs.terms(ROWS);
        if (!terms.isEmpty() && query.rowsPerKey() > 0) {
            if (!single) {
                order.add(Keys.ordinal());
            }
            order.addAll(parts.by(terms));
        }
        return order;
    }
}
