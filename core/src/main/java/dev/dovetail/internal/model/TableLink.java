package dev.dovetail.internal.model;

import dev.dovetail.table.Column;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Link;
import java.util.List;

/**
 * A relationship from one table's type to another's, by which the rows of the first can be filtered and ordered.
 *
 * @param from the columns of the first table, in the order of the join's key columns
 */
public record TableLink(Join join, List<Column> from) {

    public TableLink {
        from = List.copyOf(from);
    }

    /** Whether the source of both tables can follow it for such queries. */
    public boolean serves(Feature feature) {
        return !join.source().unsupported().contains(feature);
    }

    /** The link for queries. */
    public Link link() {
        return new Link(from, join.target().table(), join.keyColumns());
    }
}
