package dev.dovetail.table;

import java.util.List;

/**
 * How the rows of one table lead to those of another: what a relationship between two tables is to a query.
 *
 * @param from the columns of the outer table, the one that the query or the link before this one is at
 * @param target the table that the link leads to
 * @param to the columns of the target that equal those of {@code from}, in the same order, all of them
 */
public record Link(List<Column> from, Table target, List<Column> to) {

    public Link {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
