package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowSelection;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/** The rows that a selection means of those that match one key: a select of some outputs, in the selection's order. */
public final class OneKey {

    private static final Name DISTINCT = name("d");
    private static final Name STRETCHES = name("s");
    private static final Name FOUND_NAME = name("found");
    private static final SelectField<?> FOUND = inline(true).as(FOUND_NAME);

    private final Parts parts;
    private final RowSelection rows;
    private final Condition match;
    private final Most most;

    /**
     * @param match which rows of the target have the key
     * @param most how many rows are read at most
     */
    OneKey(Parts parts, Condition match, Most most) {
        this.parts = parts;
        this.rows = parts.rows();
        this.match = match;
        this.most = most;
    }

    /**
     * The select.
     *
     * @param first what it gives in front of the outputs
     */
    SelectQuery<?> select(SelectField<?> first, Outputs outputs) {
        return bounded(parts.isDistinct() ? distinct(first, outputs) : between(first, outputs));
    }

    private SelectQuery<Record> between(SelectField<?> first, Outputs outputs) {
        Condition between = parts.between(parts.terms());
        List<Condition> stretches =
                isShortPage() ? Seek.stretches(rows, parts.terms(), parts.expressions()) : List.of();
        if (stretches.isEmpty()) {
            return plain(first, outputs, between);
        }
        Outputs all = withTerms(outputs);
        Select<Record> both = stretches.stream()
                .<Select<Record>>map(stretch -> bounded(plain(FOUND, all, stretch.and(between))))
                .reduce(Select::unionAll)
                .orElseThrow();
        return around(both, STRETCHES, first, outputs, noCondition());
    }

    /** Whether a number of rows is enough of each stretch, and an index finds where they begin. */
    private boolean isShortPage() {
        if (!most.isBounded()
                || parts.hasLimit()
                || rows.offset() > 0
                || rows.order().isEmpty()
                || !(rows.order().get(0).term() instanceof OrderTerm.Of by)) {
            return false;
        }
        List<String> indexed = new ArrayList<>(parts.query().keyColumnNames());
        indexed.add(by.column().name());
        return parts.query().table().isIndexed(indexed);
    }

    /** Positions are among the rows that are left when no two agree. */
    private SelectQuery<Record> distinct(SelectField<?> first, Outputs outputs) {
        Outputs all = withTerms(outputs);
        boolean onItsOwn = parts.expressions().hasDistinctOn();
        if (onItsOwn && rows.after() == null && rows.before() == null) {
            return plain(first, outputs, noCondition());
        }
        SelectQuery<Record> plain = plain(FOUND, all, noCondition());
        return around(
                onItsOwn ? plain : new FirstRows(parts, all).select(List.of(FOUND_NAME), plain),
                DISTINCT,
                first,
                outputs,
                parts.between(all.terms(DISTINCT)));
    }

    private SelectQuery<Record> around(
            Select<?> select, Name alias, SelectField<?> first, Outputs outputs, Condition condition) {
        return DSL.select(Parts.listOf(first, outputs.passedOn(alias)))
                .from(select.asTable(alias))
                .where(condition)
                .orderBy(parts.by(withTerms(outputs).terms(alias)))
                .getQuery();
    }

    private Outputs withTerms(Outputs outputs) {
        return new Outputs(outputs.columns(), parts.terms().size());
    }

    private SelectQuery<Record> plain(SelectField<?> first, Outputs outputs, Condition condition) {
        List<Field<Object>> order = outputs.terms() == 0 ? parts.terms() : outputs.ownTerms(parts.terms());
        SelectQuery<Record> select = DSL.select(Parts.listOf(first, outputs.of(parts.target(), parts.terms())))
                .from(parts.target().from())
                .where(match)
                .and(parts.filter())
                .getQuery();
        if (parts.isDistinct() && parts.expressions().hasDistinctOn()) {
            select.addDistinctOn(parts.distinctOn(order));
        }
        select.addConditions(condition);
        select.addOrderBy(parts.by(order));
        return select;
    }

    private SelectQuery<Record> bounded(SelectQuery<Record> select) {
        if (rows.offset() > 0) {
            select.addOffset(
                    parts.number(request -> (long) request.query().rows().offset()));
        }
        if (parts.hasLimit()) {
            select.addLimit(
                    parts.number(request -> Math.min(request.query().rows().limit(), most.of(request))));
        } else if (most.isBounded() && !parts.query().atMostOneRowPerKey()) {
            select.addLimit(most.inSql(parts));
        } else if (rows.offset() > 0 && parts.expressions().offsetNeedsLimit()) {
            select.addLimit(inline(Long.MAX_VALUE));
        }
        return select;
    }
}
