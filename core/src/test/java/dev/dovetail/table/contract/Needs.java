package dev.dovetail.table.contract;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Filter;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a database must be able to do for a query. */
final class Needs {

    private final Set<Gap> needs = EnumSet.noneOf(Gap.class);

    private Needs() {}

    static Set<Gap> of(TableQuery query) {
        Needs needs = new Needs();
        needs.addRows(query);
        needs.addSelection(query.rows());
        query.aggregates().forEach(needs::addAggregate);
        return needs.needs;
    }

    /** Whether a query has no answer, so that a source may give it without a look at the rest. */
    static boolean nothing(TableQuery query) {
        return query.rows().limit() == 0
                || (query.rowsPerKey() == 0 && query.aggregates().isEmpty());
    }

    private void addRows(TableQuery query) {
        add(query.rowsPerKey() != TableQuery.ALL_ROWS && query.rowsPerKey() > 0, Gap.LIMITS);
        add(query.positions(), Gap.POSITIONS);
    }

    private void addSelection(RowSelection rows) {
        add(rows.limit() != TableQuery.ALL_ROWS || rows.offset() > 0, Gap.LIMITS);
        add(!rows.distinctOn().isEmpty(), Gap.DISTINCT_ON);
        add(rows.after() != null || rows.before() != null, Gap.POSITIONS);
        addFilter(rows.filter());
        addOrders(rows.order());
    }

    private void addAggregate(Aggregate aggregate) {
        needs.add(Gap.AGGREGATES);
        add(aggregate.distinct() && aggregate.columns().size() > 1, Gap.DISTINCT_COUNTS);
    }

    private void addOrders(List<RowOrder> orders) {
        orders.forEach(order -> add(!(order.term() instanceof OrderTerm.Of), Gap.RELATED_ORDERS));
    }

    private void addFilter(Filter filter) {
        if (filter instanceof Filter.All all) {
            all.filters().forEach(this::addFilter);
        } else if (filter instanceof Filter.Any any) {
            any.filters().forEach(this::addFilter);
        } else if (filter instanceof Filter.Not not) {
            addFilter(not.filter());
        } else {
            add(filter instanceof Filter.Related, Gap.RELATED_FILTERS);
        }
    }

    private void add(boolean needed, Gap gap) {
        if (needed) {
            needs.add(gap);
        }
    }
}
