package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/**
 * The shape that picks the first rows of each key by their primary keys, in a subquery of its own, and reads these rows.
 * As with {@code lateral}, it makes no difference how many rows a key has.
 */
final class PickedRows {

    private static final Name TARGET = name("u");
    private static final Name PICKED = name("p");

    private final Parts parts;
    private final TableQuery query;
    private final Keys keys;

    PickedRows(Parts parts, Keys keys) {
        this.parts = parts;
        this.query = parts.query();
        this.keys = keys;
    }

    /** Whether the shape serves what is wanted of a table. */
    static boolean suit(Parts parts) {
        List<Column> key = parts.query().table().key();
        return parts.query().aggregates().isEmpty()
                && !parts.isDistinct()
                && key.size() == 1
                && !key.get(0).nullable()
                && parts.isIndexed();
    }

    SelectQuery<?> select() {
        // the host's own conditions are those of the subquery
        Target target = Target.of(query.table(), Filter.EVERYTHING, TARGET);
        List<Field<Object>> terms = new Orders(new Filters(parts.expressions())).values(parts.order(), target);
        Outputs outputs = new Outputs(query.columns(), query.positions() ? terms.size() : 0);
        List<OrderField<?>> order = new ArrayList<>(List.of(Keys.ordinal()));
        order.addAll(parts.by(terms));
        return DSL.select(Parts.listOf(Keys.ordinal(), outputs.of(target, terms)))
                .from(keys.asTable().crossJoin(target.from()))
                .where(target.column(key()).in(picked()))
                .orderBy(order)
                .getQuery();
    }

    private Select<org.jooq.Record1<Object>> picked() {
        Outputs outputs = new Outputs(List.of(key()), 0);
        Select<?> rows = new OneKey(parts, keys.match(parts.target()::column), new Most(query.rowsPerKey(), false))
                .select(inline(true), outputs);
        return DSL.select(outputs.columns(PICKED).apply(key())).from(rows.asTable(PICKED));
    }

    private Column key() {
        return query.table().key().get(0);
    }
}
