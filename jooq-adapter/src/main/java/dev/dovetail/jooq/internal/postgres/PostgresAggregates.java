package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Aggregates in SQL. */
public final class PostgresAggregates {

    private PostgresAggregates() {}

    /**
     * An aggregate of the rows of a select.
     *
     * @param columns where the select has the columns of the table
     */
    static Field<Object> of(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        List<Field<Object>> values = aggregate.columns().stream()
                .map(column -> PostgresComparisons.comparable(column.type(), columns.apply(column)))
                .toList();
        if (aggregate.function() == AggregateFunction.COUNT) {
            return count(values, aggregate.distinct());
        }
        return call(aggregate, aggregate.columns().get(0).type(), values.get(0));
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

    private static Field<Object> call(Aggregate aggregate, ColumnType type, Field<Object> value) {
        AggregateFunction function = aggregate.function();
        boolean extreme = function == AggregateFunction.MIN || function == AggregateFunction.MAX;
        if (extreme && type.kind() == ColumnKind.UUID) {
            return field(
                    "cast({0}(cast({1} as pg_catalog.text) collate \"C\") as pg_catalog.uuid)",
                    Object.class, raw(name(function)), value);
        }
        if (extreme && type.kind() == ColumnKind.BOOLEAN) {
            return field(
                    "{0}({1})", Object.class, raw(function == AggregateFunction.MIN ? "bool_and" : "bool_or"), value);
        }
        return field(
                "{0}({1}{2})",
                Object.class,
                raw(extreme ? PostgresTypes.function(type, name(function)) : name(function)),
                raw(aggregate.distinct() ? "distinct " : ""),
                value);
    }

    private static String name(AggregateFunction function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
