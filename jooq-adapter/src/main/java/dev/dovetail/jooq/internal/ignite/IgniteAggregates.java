package dev.dovetail.jooq.internal.ignite;

import static org.jooq.impl.DSL.field;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Aggregates that Ignite has not, or has otherwise than the standard. */
final class IgniteAggregates {

    private IgniteAggregates() {}

    /** Null for one that Ignite has as the standard does. */
    static @Nullable Field<Object> of(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        List<Field<Object>> values = aggregate.columns().stream().map(columns).toList();
        return switch (aggregate.function()) {
            case COUNT -> count(values, aggregate.distinct());
            case SUM ->
                aggregate.columns().get(0).type().kind() == ColumnKind.BIGINT ? sum(values.get(0), aggregate) : null;
            case STDDEV, STDDEV_SAMP -> root(variance(values.get(0), true));
            case STDDEV_POP -> root(variance(values.get(0), false));
            case VARIANCE, VAR_SAMP -> variance(values.get(0), true);
            case VAR_POP -> variance(values.get(0), false);
            default -> null;
        };
    }

    /** Ignite gives the sum of large numbers no more digits than one of them has. */
    private static Field<Object> sum(Field<Object> value, Aggregate aggregate) {
        return field(
                aggregate.distinct() ? "sum(distinct cast({0} as decimal))" : "sum(cast({0} as decimal))",
                Object.class,
                value);
    }

    /**
     * Ignite forgets the {@code filter} of an aggregate of distinct values, and fails with {@code count(*)} beside one.
     */
    private static Field<Object> count(List<Field<Object>> values, boolean distinct) {
        if (values.isEmpty()) {
            return field("count(1)", Object.class);
        }
        if (values.size() == 1) {
            return field(distinct ? "count(distinct {0})" : "count({0})", Object.class, values.get(0));
        }
        Condition complete = DSL.and(values.stream().map(Field::isNotNull).toList());
        return distinct
                ? field("count(distinct case when {0} then ({1}) end)", Object.class, complete, DSL.list(values))
                : field("count(case when {0} then 1 end)", Object.class, complete);
    }

    /** In exact numbers up to the division, since the difference of two large doubles would be anything. */
    private static Field<Object> variance(Field<Object> value, boolean ofSample) {
        Field<Object> exact = field("cast({0} as decimal)", Object.class, value);
        return field(
                ofSample
                        ? "case when count({0}) > 1 then cast(count({0}) * sum({1} * {1}) - sum({1}) * sum({1}) as double)"
                                + " / count({0}) / (count({0}) - 1) end"
                        : "case when count({0}) > 0 then cast(count({0}) * sum({1} * {1}) - sum({1}) * sum({1}) as double)"
                                + " / count({0}) / count({0}) end",
                Object.class,
                value,
                exact);
    }

    private static Field<Object> root(Field<Object> value) {
        return field("sqrt({0})", Object.class, value);
    }
}
