package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Filters in the SQL of one statement, whose tables it numbers. Not thread-safe. */
public final class Filters {

    private final Expressions expressions;
    private int aliases;

    Filters(Expressions expressions) {
        this.expressions = expressions;
    }

    Expressions expressions() {
        return expressions;
    }

    /**
     * Rows that another row leads to.
     *
     * @param condition which rows of the target these are
     */
    record Linked(Target target, Condition condition) {}

    /** A whole filter of a target that is made with it, and so with the host's own conditions in it. */
    Condition whole(Filter filter, Target target) {
        List<Filter> filters = filter instanceof Filter.All all ? all.filters() : List.of(filter);
        List<Condition> conditions = parts(
                filters.stream()
                        .filter(part -> !(part instanceof Filter.Native))
                        .toList(),
                target);
        return conditions.isEmpty() ? noCondition() : DSL.and(conditions);
    }

    /** The rows that a row of the outer table leads to and that a filter means. */
    Linked follow(Link link, Filter filter, Target outer) {
        aliases++;
        Target target = Target.of(link.target(), filter, name("t" + aliases));
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < link.from().size(); i++) {
            conditions.add(new Links(expressions)
                    .equal(link.from().get(i), outer, link.to().get(i), target));
        }
        conditions.add(whole(filter, target));
        return new Linked(target, DSL.and(conditions));
    }

    private Condition part(Filter filter, Target target) {
        if (filter instanceof Filter.All all) {
            return all(all.filters(), target);
        }
        if (filter instanceof Filter.Any any) {
            return any(any.filters(), target);
        }
        if (filter instanceof Filter.Not negated) {
            return not(part(negated.filter(), target));
        }
        if (filter instanceof Filter.Comparison comparison) {
            return expressions.comparison(target.column(comparison.column()), comparison);
        }
        if (filter instanceof Filter.Related related) {
            return related(related, target);
        }
        throw new IllegalArgumentException(
                "A filter of the host's own stands alone or directly in an All at the top of a table's filter");
    }

    private Condition related(Filter.Related related, Target target) {
        Linked linked = follow(related.link(), related.filter(), target);
        return exists(select(inline(1)).from(linked.target().from()).where(linked.condition()));
    }

    private Condition all(List<Filter> filters, Target target) {
        return filters.isEmpty() ? trueCondition() : DSL.and(parts(filters, target));
    }

    private Condition any(List<Filter> filters, Target target) {
        return filters.isEmpty() ? falseCondition() : DSL.or(parts(filters, target));
    }

    private List<Condition> parts(List<Filter> filters, Target target) {
        return filters.stream().map(filter -> part(filter, target)).toList();
    }
}
