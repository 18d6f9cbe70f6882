package dev.dovetail.jooq;

import dev.dovetail.table.Filter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a condition of jOOQ's is true for. It names the columns of the table itself, as jOOQ's generated classes do,
 * under no alias; it may have subqueries.
 *
 * <p>Filters are equal when jOOQ renders the same SQL, values included, for their conditions.
 *
 * <p><b>Thread-safety:</b> immutable, if the condition is.
 */
public final class JooqFilter implements Filter.Native {

    private final Condition condition;

    private JooqFilter(Condition condition) {
        this.condition = condition;
    }

    /** The rows that this condition is true for. */
    public static JooqFilter of(Condition condition) {
        return new JooqFilter(Objects.requireNonNull(condition, "condition"));
    }

    /** The conditions in a filter where they may stand: alone, or directly among those that must all be true. */
    static Optional<Condition> conditions(Filter filter) {
        List<Condition> conditions = (filter instanceof All all ? all.filters().stream() : Stream.of(filter))
                .filter(Native.class::isInstance)
                .map(JooqFilter::condition)
                .toList();
        return conditions.isEmpty() ? Optional.empty() : Optional.of(DSL.and(conditions));
    }

    private static Condition condition(Filter filter) {
        if (filter instanceof JooqFilter jooq) {
            return jooq.condition;
        }
        throw new IllegalArgumentException(
                "A filter of " + filter.getClass().getName() + " is not for jOOQ's tables: use JooqFilter");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof JooqFilter that && condition.equals(that.condition));
    }

    @Override
    public int hashCode() {
        return condition.hashCode();
    }

    /** Without the condition, which holds values. */
    @Override
    public String toString() {
        return "JooqFilter";
    }
}
