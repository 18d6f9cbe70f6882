package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.table.Feature;
import dev.dovetail.table.Filter;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.TableQuery;
import java.util.Set;

/** What Ignite has no statement for, or answers wrongly without a word. */
final class IgniteRefusals {

    static final Set<Feature> UNSUPPORTED =
            Set.of(Feature.DISTINCT_ON, Feature.RELATED_FILTERS, Feature.RELATED_ORDERS);

    private IgniteRefusals() {}

    /**
     * Looks at a query.
     *
     * @throws UnsupportedOperationException if it is refused
     */
    static void check(TableQuery query) {
        if (!query.rows().distinctOn().isEmpty()) {
            throw new UnsupportedOperationException("Ignite has no window functions, and so no distinct_on");
        }
        check(query.rows().filter());
        query.rows().order().forEach(IgniteRefusals::check);
    }

    private static void check(Filter filter) {
        if (filter instanceof Filter.All all) {
            all.filters().forEach(IgniteRefusals::check);
        } else if (filter instanceof Filter.Any any) {
            any.filters().forEach(IgniteRefusals::check);
        } else if (filter instanceof Filter.Not not) {
            check(not.filter());
        } else if (filter instanceof Filter.Related) {
            throw new UnsupportedOperationException(
                    "Ignite filters by another table on each node, and finds those of its rows alone that are there");
        }
    }

    private static void check(RowOrder by) {
        if (!(by.term() instanceof OrderTerm.Of)) {
            throw new UnsupportedOperationException(
                    "Ignite orders by another table on each node, and finds those of its rows alone that are there");
        }
    }
}
