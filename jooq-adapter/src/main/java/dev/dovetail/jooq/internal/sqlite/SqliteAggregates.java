package dev.dovetail.jooq.internal.sqlite;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Aggregates in SQLite, with the functions that its JDBC driver brings. */
final class SqliteAggregates {

    private SqliteAggregates() {}

    /**
     * An aggregate.
     *
     * @param values of its columns
     */
    static Field<Object> of(Aggregate aggregate, List<Field<Object>> values) {
        boolean distinct = aggregate.distinct();
        return switch (aggregate.function()) {
            case COUNT -> count(aggregate, values);
            case SUM -> sum(aggregate, values.get(0));
            case MIN, MAX, AVG -> call(aggregate.function().name().toLowerCase(Locale.ROOT), distinct, values.get(0));
            case VARIANCE, VAR_SAMP -> sample("variance", distinct, values.get(0));
            case STDDEV, STDDEV_SAMP -> sample("stdev", distinct, values.get(0));
            case VAR_POP -> population("{0}", distinct, values.get(0));
            case STDDEV_POP -> population("sqrt({0})", distinct, values.get(0));
        };
    }

    private static Field<Object> call(String function, boolean distinct, Field<Object> value) {
        return field("{0}({1}{2})", Object.class, raw(function), raw(distinct ? "distinct " : ""), value);
    }

    private static Field<Object> count(Aggregate aggregate, List<Field<Object>> values) {
        if (values.isEmpty()) {
            return field("count(*)", Object.class);
        }
        if (values.size() == 1) {
            return call("count", aggregate.distinct(), values.get(0));
        }
        Condition complete = DSL.and(values.stream().map(Field::isNotNull).toList());
        return field(
                "{0} filter (where {1})",
                Object.class, call("count", aggregate.distinct(), together(aggregate.columns(), values)), complete);
    }

    /** SQLite counts no rows of values, but texts that are equal when the values are. */
    private static Field<Object> together(List<Column> columns, List<Field<Object>> values) {
        List<QueryPart> literals = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            literals.add(field("quote({0})", folded(columns.get(i).type(), values.get(i))));
        }
        return field("concat_ws(',', {0})", Object.class, DSL.list(literals));
    }

    private static Field<Object> folded(ColumnType type, Field<Object> value) {
        return switch (SqliteTypes.collation(type)) {
            case "nocase" -> field("lower({0})", Object.class, value);
            case "rtrim" -> field("rtrim({0}, ' ')", Object.class, value);
            default -> value;
        };
    }

    private static Field<Object> sum(Aggregate aggregate, Field<Object> value) {
        if (!SqliteSums.isSum(aggregate.type())) {
            return exact(aggregate, call("sum", aggregate.distinct(), value));
        }
        return aggregate.distinct() ? call("group_concat", true, value) : SqliteSums.sum(value);
    }

    /** Decimals that are no integers are kept as doubles; their sum has as many digits as these are sure of. */
    private static Field<Object> exact(Aggregate aggregate, Field<Object> sum) {
        return switch (aggregate.type().kind()) {
            case DECIMAL ->
                field(
                        "case typeof({0}) when 'real' then cast(printf('%!.15g', {0}) as real) else {0} end",
                        Object.class, sum);
            default -> sum;
        };
    }

    /** The driver's functions give 0 of one value, of which there is no deviation. */
    private static Field<Object> sample(String function, boolean distinct, Field<Object> value) {
        return field(
                "case when {0} > 1 then {1} end",
                Object.class, call("count", distinct, value), call(function, distinct, value));
    }

    private static Field<Object> population(String change, boolean distinct, Field<Object> value) {
        Field<Object> count = call("count", distinct, value);
        Field<Object> variance =
                field("({0} * ({1} - 1) / {1})", Object.class, call("variance", distinct, value), count);
        return field(
                "case {0} when 0 then null when 1 then 0.0 else {1} end",
                Object.class, count, field(change, Object.class, variance));
    }
}
