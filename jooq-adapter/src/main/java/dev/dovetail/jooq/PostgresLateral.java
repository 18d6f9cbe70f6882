package dev.dovetail.jooq;

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
final class PostgresLateral {

    private static final Name AGGREGATES = name("a");
    private static final Name AGGREGATED = name("p");
    private static final Name ROWS = name("r");
    private static final Name FOUND = name("found");

    private final PostgresParts parts;
    private final TableQuery query;
    private final PostgresKeys keys;
    private final boolean single;
    private final PostgresOutputs outputs;

    /**
     * @param single whether there is but one key, which then needs no key table
     */
    PostgresLateral(PostgresParts parts, PostgresKeys keys, boolean single) {
        this.parts = parts;
        this.query = parts.query();
        this.keys = keys;
        this.single = single;
        this.outputs = new PostgresOutputs(query.columns(), parts.terms().size());
    }

    SelectQuery<?> select() {
        SelectField<?> ordinal = single ? inline(1L) : PostgresKeys.ordinal();
        return DSL.select(PostgresParts.listOf(ordinal, results()))
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
                : aggregates.leftJoin(lateral(rows()).as(ROWS)).on(trueCondition());
    }

    private Table<?> ofEachKey(Select<?> select, Name alias) {
        return single
                ? select.asTable(alias)
                : keys.asTable().crossJoin(lateral(select).as(alias));
    }

    private SelectQuery<?> rows() {
        return new PostgresOneKey(parts, match(), new PostgresMost(query.rowsPerKey(), false))
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
        PostgresOutputs inputs = new PostgresOutputs(parts.aggregatedColumns(), 0);
        Select<?> chosen = new PostgresOneKey(parts, match(), PostgresMost.ALL)
                .select(inline(true).as(FOUND), inputs);
        return DSL.select(parts.aggregates(inputs.columns(AGGREGATED))).from(chosen.asTable(AGGREGATED));
    }

    private Condition match() {
        return single ? keys.matchFirst(parts.target()::column) : keys.match(parts.target()::column);
    }

    private List<SelectField<?>> results() {
        List<SelectField<?>> results = new ArrayList<>();
        for (int i = 0; i < query.aggregates().size(); i++) {
            results.add(field(AGGREGATES.append(PostgresParts.aggregateName(i))));
        }
        if (query.rowsPerKey() > 0) {
            if (!results.isEmpty()) {
                results.add(field(ROWS.append(FOUND)));
            }
            results.addAll(outputs.results(ROWS, query.columns().size(), query.positions()));
        }
        return results;
    }

    private List<OrderField<?>> order() {
        List<OrderField<?>> order = new ArrayList<>();
        List<Field<Object>> terms = outputs.terms(ROWS);
        if (!terms.isEmpty() && query.rowsPerKey() > 0) {
            if (!single) {
                order.add(PostgresKeys.ordinal());
            }
            order.addAll(PostgresOrders.by(parts.order(), terms));
        }
        return order;
    }
}
