package dev.dovetail.jooq.internal.mysql;

import static org.jooq.impl.DSL.field;

import dev.dovetail.jooq.internal.standard.StandardAggregates;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Aggregates as MySQL has them. */
record MySqlAggregates(Expressions expressions) {

    Field<Object> of(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        List<Field<Object>> values = aggregate.columns().stream().map(columns).toList();
        return switch (aggregate.function()) {
            case COUNT -> count(values, aggregate.distinct());
            case SUM -> StandardAggregates.call(aggregate, values.get(0));
            case MIN, MAX -> expressions.result(aggregate.type(), StandardAggregates.call(aggregate, values.get(0)));
            default -> StandardAggregates.call(aggregate, expressions.rounded(values.get(0)));
        };
    }

    /** Distinct values of several columns are counted without those rows in which one is null. */
    private static Field<Object> count(List<Field<Object>> values, boolean distinct) {
        if (values.isEmpty()) {
            return field("count(*)", Object.class);
        }
        if (distinct) {
            return field("count(distinct {0})", Object.class, DSL.list(values));
        }
        Condition complete = DSL.and(values.stream().map(Field::isNotNull).toList());
        return field("count(case when {0} then 1 end)", Object.class, complete);
    }
}
