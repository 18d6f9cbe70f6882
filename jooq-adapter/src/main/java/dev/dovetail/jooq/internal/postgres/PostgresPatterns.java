package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Patterns that the server refuses, refused whatever rows there are.
 *
 * <p>The server finds out when it comes to compare a row, and it may come to those first that the caller may not read:
 * whether the statement fails would tell what is in them.
 */
public final class PostgresPatterns {

    private static final BindType LIKE = PostgresBindTypes.TEXT.after(LikePattern::whole);

    private PostgresPatterns() {}

    /** True, unless the server takes exception to a pattern in the filter of a table; to be asked of no row. */
    static Condition check(Table table, Filter filter) {
        if (filter instanceof Filter.All all) {
            return check(table, all.filters());
        }
        if (filter instanceof Filter.Any any) {
            return check(table, any.filters());
        }
        if (filter instanceof Filter.Not not) {
            return check(table, not.filter());
        }
        if (filter instanceof Filter.Related related) {
            return check(related.link().target(), related.filter());
        }
        return filter instanceof Filter.Comparison comparison && Operator.PATTERN.contains(comparison.operator())
                ? check(table, comparison)
                : noCondition();
    }

    private static Condition check(Table table, List<Filter> filters) {
        return filters.stream().map(filter -> check(table, filter)).reduce(noCondition(), Condition::and);
    }

    private static Condition check(Table table, Filter.Comparison comparison) {
        Condition ofNoRow = PostgresComparisons.of(noRow(table, comparison.column()), comparison);
        return condition("({0}) is not null", ofNoRow);
    }

    /** An empty text with the column's own collation, for which there may be no patterns at all. */
    private static Field<Object> noRow(Table table, Column column) {
        Select<Record1<Object>> none = select(field(name(column.name())))
                .from(table(name(table.name().schema(), table.name().name())))
                .limit(inline(0));
        return coalesce(cast(field(none), column), cast(inline(""), column));
    }

    /** Explicitly: not all that is compared as text becomes text by itself. */
    private static Field<Object> cast(Field<?> value, Column column) {
        return field("cast({0} as {1})", Object.class, value, raw(column.type().databaseType()));
    }

    /** The pattern of {@code like}. */
    static Field<Object> like(Object pattern) {
        return PostgresBinds.text(pattern, LIKE);
    }
}
