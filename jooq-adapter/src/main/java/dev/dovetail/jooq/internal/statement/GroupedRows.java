package dev.dovetail.jooq.internal.statement;

import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/** The shape for aggregates of all rows of each key: a join with the keys, grouped, and nothing around it. */
public record GroupedRows(Parts parts, Keys keys) {

    /** The statement. It has nothing for keys without rows. */
    public SelectQuery<?> select() {
        return DSL.select(Parts.listOf(Keys.ordinal(), parts.aggregates(parts.target()::column)))
                .from(keys.asTable())
                .join(parts.target().from())
                .on(keys.match(parts.target()::column))
                .where(parts.filter())
                .and(parts.between(parts.terms()))
                .groupBy(Keys.ordinal())
                .getQuery();
    }
}
