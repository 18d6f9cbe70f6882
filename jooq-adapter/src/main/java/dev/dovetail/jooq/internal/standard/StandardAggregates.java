package dev.dovetail.jooq.internal.standard;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Aggregates as the standard has them. */
public record StandardAggregates(StandardExpressions expressions) {

    Field<Object> of(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        List<Field<Object>> values = aggregate.columns().stream()
                .map(column -> expressions.comparable(column.type(), columns.apply(column)))
                .toList();
        return switch (aggregate.function()) {
            case COUNT -> count(values, aggregate.distinct());
            case SUM, MIN, MAX -> call(aggregate, values.get(0));
            default -> call(aggregate, rounded(aggregate.columns().get(0), values.get(0)));
        };
    }

    private static Field<Object> count(List<Field<Object>> values, boolean distinct) {
        if (values.isEmpty()) {
            return field("count(*)", Object.class);
        }
        Field<Object> value = values.size() == 1 ? values.get(0) : field("({0})", Object.class, DSL.list(values));
        Condition complete = DSL.and(values.stream().map(Field::isNotNull).toList());
        return field(
                "count({0}{1}) filter (where {2})", Object.class, raw(distinct ? "distinct " : ""), value, complete);
    }

    /** Some databases round means of exact numbers to a few digits. */
    private Field<Object> rounded(Column column, Field<Object> value) {
        return column.type().kind() == ColumnKind.DOUBLE ? value : expressions.rounded(value);
    }

    /** A function of one value, under its name in the standard. */
    public static Field<Object> call(Aggregate aggregate, Field<Object> value) {
        return field(
                "{0}({1}{2})",
                Object.class, raw(name(aggregate.function())), raw(aggregate.distinct() ? "distinct " : ""), value);
    }

    private static String name(AggregateFunction function) {
        return switch (function) {
            case STDDEV -> "stddev_samp";
            case VARIANCE -> "var_samp";
            default -> function.name().toLowerCase(Locale.ROOT);
        };
    }
}
