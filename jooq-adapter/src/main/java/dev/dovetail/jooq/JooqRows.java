package dev.dovetail.jooq;

import dev.dovetail.access.ComparedColumn;
import dev.dovetail.access.NativeRows;
import dev.dovetail.access.RowFilter;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The rows of an access rule as a condition of jOOQ's, for what a {@link dev.dovetail.access.RowFilter} cannot say.
 *
 * <pre>{@code
 * AccessRule.forRole("user")
 *     .rows(JooqRows.where(context -> ORDERS.TENANT.eq(context.<String>get("tenant"))))
 *     .allColumns().build()
 * }</pre>
 *
 * <p>The condition names the columns of the table itself, under no alias. It is made for each request and each
 * event of a subscription, and more often where several fields lead to the table, so it should be quick. Where it cannot
 * be made, throw: the caller is then refused.
 */
public final class JooqRows {

    private JooqRows() {}

    /** Begins a {@link RowFilter}'s comparison of a column of a generated class. */
    public static ComparedColumn column(Field<?> column) {
        return RowFilter.column(column.getName());
    }

    /** The rows for which a condition is true that depends on the request. */
    public static NativeRows where(Function<GraphQLContext, Condition> condition) {
        return (session, context) -> JooqFilter.of(condition.apply(context));
    }

    /** The rows for which a condition is true that depends on the caller and the request. */
    public static NativeRows where(BiFunction<Session, GraphQLContext, Condition> condition) {
        return (session, context) -> JooqFilter.of(condition.apply(session, context));
    }
}
