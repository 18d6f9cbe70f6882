package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A filter that is a condition of the host's own. It names the columns of the table itself, under no alias. */
public interface HostCondition extends Filter.Native {

    /** The condition. */
    Condition condition();

    /** The conditions in a filter where they may stand: alone, or directly among those that must all be true. */
    static Optional<Condition> in(Filter filter) {
        List<Condition> conditions = (filter instanceof All all ? all.filters().stream() : Stream.of(filter))
                .filter(Filter.Native.class::isInstance)
                .map(HostCondition::of)
                .toList();
        return conditions.isEmpty() ? Optional.empty() : Optional.of(DSL.and(conditions));
    }

    private static Condition of(Filter filter) {
        if (filter instanceof HostCondition host) {
            return host.condition();
        }
        throw new IllegalArgumentException(
                "A filter of " + filter.getClass().getName() + " is not for jOOQ's tables: use JooqFilter");
    }
}
