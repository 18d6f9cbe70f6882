package dev.dovetail.internal.arguments;

import dev.dovetail.table.Column;
import dev.dovetail.table.Link;
import dev.dovetail.table.OrderTerm;
import java.util.List;

/** Describes the terms of an order by the names of tables and columns. */
final class Terms {

    private Terms() {}

    static String describe(OrderTerm term) {
        if (term instanceof OrderTerm.Of of) {
            return of.column().name();
        }
        if (term instanceof OrderTerm.Related related) {
            return describe(related.link()) + describe(related.term());
        }
        OrderTerm.Aggregated aggregated = (OrderTerm.Aggregated) term;
        return describe(aggregated.link())
                + aggregated.aggregate().function()
                + names(aggregated.aggregate().columns());
    }

    private static String describe(Link link) {
        return link.target().name().toString() + names(link.from()) + names(link.to()) + ".";
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
