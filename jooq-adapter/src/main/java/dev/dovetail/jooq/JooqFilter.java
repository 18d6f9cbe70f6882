package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.statement.HostCondition;
import java.util.Objects;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a condition of jOOQ's is true for. It names the columns of the table itself, as jOOQ's generated classes do,
 * under no alias; it may have subqueries.
 *
 * <p>Filters are equal when jOOQ renders the same SQL, values included, for their conditions.
 *
 * <p><b>Thread-safety:</b> immutable, if the condition is.
 */
@SuppressWarnings("exports") // hosts need not know what else it is
public final class JooqFilter implements HostCondition {

    private final Condition condition;

    private JooqFilter(Condition condition) {
        this.condition = condition;
    }

    /** The rows that this condition is true for. */
    public static JooqFilter of(Condition condition) {
        return new JooqFilter(Objects.requireNonNull(condition, "condition"));
    }

    @Override
    public Condition condition() {
        return condition;
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
