package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import dev.dovetail.table.Column;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The shape that reads the table once for all keys and then ranks the rows of each: for want of an index. */
public final class RankedRows {

    private static final Name ORDINAL = name("ord");
    private static final Name RANK = name("rank");
    private static final Name JOINED = name("d");
    private static final Name ROWS = name("r");
    private static final Name AGGREGATES = name("a");
    private static final Name CHOSEN = name("chosen");

    private final Parts parts;
    private final TableQuery query;
    private final Keys keys;
    private final Outputs outputs;

    RankedRows(Parts parts, Keys keys) {
        this.parts = parts;
        this.query = parts.query();
        this.keys = keys;
        this.outputs = new Outputs(carried(), parts.terms().size());
    }

    SelectQuery<?> select() {
        if (query.aggregates().isEmpty()) {
            return rows();
        }
        return query.rowsPerKey() == 0 ? aggregates() : both();
    }

    private SelectQuery<?> rows() {
        return DSL.select(Parts.listOf(of(ROWS, ORDINAL), results()))
                .from(ranked().asTable(ROWS))
                .where(upTo(query.rowsPerKey()))
                .orderBy(of(ROWS, ORDINAL), of(ROWS, RANK))
                .getQuery();
    }

    private SelectQuery<?> aggregates() {
        boolean ranks = parts.hasLimit() || parts.rows().offset() > 0;
        Name alias = ranks ? ROWS : JOINED;
        return DSL.select(Parts.listOf(of(alias, ORDINAL), parts.aggregates(outputs.columns(alias))))
                .from(ranks ? ranked().asTable(ROWS) : joined())
                .where(ranks ? upTo(TableQuery.ALL_ROWS) : parts.between(outputs.terms(JOINED)))
                .groupBy(of(alias, ORDINAL))
                .getQuery();
    }

    /** The chosen rows are computed once, for the aggregates and to be read. */
    private SelectQuery<?> both() {
        Select<?> chosen = DSL.select(passedOn(ROWS, of(ROWS, RANK).as(RANK)))
                .from(ranked().asTable(ROWS))
                .where(upTo(TableQuery.ALL_ROWS));
        Table<?> aggregates = DSL.select(Parts.listOf(of(CHOSEN, ORDINAL), parts.aggregates(outputs.columns(CHOSEN))))
                .from(table(CHOSEN))
                .groupBy(of(CHOSEN, ORDINAL))
                .asTable(AGGREGATES);
        return with(CHOSEN.as(chosen))
                .select(Parts.listOf(of(AGGREGATES, ORDINAL), resultsOfBoth()))
                .from(aggregates)
                .leftJoin(table(CHOSEN).as(ROWS))
                .on(of(ROWS, ORDINAL).eq(of(AGGREGATES, ORDINAL)))
                .and(rankUpTo(query.rowsPerKey()))
                .orderBy(of(AGGREGATES, ORDINAL), of(ROWS, RANK))
                .getQuery();
    }

    /** The rows of all keys; where no two may agree, only the first of those that do. */
    private Table<?> joined() {
        SelectQuery<?> select = DSL.select(
                        Parts.listOf(Keys.ordinal().as(ORDINAL), outputs.of(parts.target(), parts.terms())))
                .from(keys.asTable())
                .join(parts.target().from())
                .on(keys.find(parts))
                .where(parts.filter())
                .getQuery();
        if (!parts.isDistinct()) {
            return select.asTable(JOINED);
        }
        if (!parts.expressions().hasDistinctOn()) {
            return first(select).asTable(JOINED);
        }
        select.addDistinctOn(Parts.listOf(Keys.ordinal(), parts.distinctOn(outputs.ownTerms())));
        List<OrderField<?>> order = new ArrayList<>(List.of(Keys.ordinal()));
        order.addAll(parts.by(outputs.ownTerms()));
        select.addOrderBy(order);
        return select.asTable(JOINED);
    }

    /** Of the rows of a key that may not both be chosen, the first. */
    private Select<?> first(Select<?> select) {
        return new FirstRows(parts, outputs).select(List.of(ORDINAL), select);
    }

    private Select<?> ranked() {
        List<Field<Object>> terms = outputs.terms(JOINED);
        SelectField<?> rank = rowNumber()
                .over()
                .partitionBy(of(JOINED, ORDINAL))
                .orderBy(parts.by(terms))
                .as(RANK);
        return DSL.select(passedOn(JOINED, rank)).from(joined()).where(parts.between(terms));
    }

    private List<SelectField<?>> passedOn(Name alias, SelectField<?> rank) {
        List<SelectField<?>> list = Parts.listOf(of(alias, ORDINAL).as(ORDINAL), outputs.passedOn(alias));
        list.add(rank);
        return list;
    }

    /** The rows that the selection means, and of these as many as are wanted. */
    private Condition upTo(int most) {
        Condition behind = hasOffset() ? of(ROWS, RANK).gt(parts.number(RankedRows::offset)) : noCondition();
        if (parts.hasLimit()) {
            return behind.and(of(ROWS, RANK)
                    .le(parts.number(request ->
                            offset(request) + Math.min(request.query().rows().limit(), most))));
        }
        return behind.and(rankUpTo(most));
    }

    private Condition rankUpTo(int most) {
        if (most == TableQuery.ALL_ROWS) {
            return noCondition();
        }
        return of(ROWS, RANK).le(hasOffset() ? parts.number(request -> offset(request) + most) : inline((long) most));
    }

    private boolean hasOffset() {
        return parts.rows().offset() > 0;
    }

    private static long offset(TableRequest request) {
        return request.query().rows().offset();
    }

    private List<SelectField<?>> results() {
        return outputs.asResults(parts).results(ROWS, query.columns().size(), query.positions());
    }

    private List<SelectField<?>> resultsOfBoth() {
        List<SelectField<?>> results = new ArrayList<>();
        for (int i = 0; i < query.aggregates().size(); i++) {
            results.add(field(AGGREGATES.append(Parts.aggregateName(i))));
        }
        results.add(field(of(ROWS, RANK).isNotNull()));
        results.addAll(results());
        return results;
    }

    /** The columns of the query first, so that they stand where it has them. */
    private List<Column> carried() {
        List<Column> carried = new ArrayList<>(query.rowsPerKey() == 0 ? List.of() : query.columns());
        Set<Column> others = new LinkedHashSet<>(parts.aggregatedColumns());
        others.removeAll(carried);
        carried.addAll(others);
        return carried;
    }

    private static Field<Long> of(Name alias, Name field) {
        return field(alias.append(field), Long.class);
    }
}
