package dev.dovetail.definition;

import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.TableName;
import java.util.List;

/**
 * A relationship to the rows of a table: a name, a reference table, and a mapping from fields of the type to columns of
 * the table.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public abstract sealed class TableRelationship extends Relationship permits ObjectRelationship, ArrayRelationship {

    private final TableName table;
    private final List<String> to;
    private final List<ColumnOrder> order;
    private final boolean filterable;

    TableRelationship(TableRelationshipBuilder<?, ?> builder) {
        super(builder);
        this.table = new TableName(builder.source, builder.schema, builder.table);
        this.to = builder.to;
        this.order = List.copyOf(builder.order);
        this.filterable = builder.filterable;
    }

    /** The reference table. */
    public TableName table() {
        return table;
    }

    /**
     * The columns that the mapped fields are compared with, by their database names; the first belongs to the first
     * mapped field, and so on; all pairs must match.
     */
    public List<String> to() {
        return to;
    }

    /** The order of the rows; empty when any will do. */
    public List<ColumnOrder> order() {
        return order;
    }

    /** Whether clients may filter and order the rows of the type that has the field by the rows that it leads to. */
    public boolean isFilterable() {
        return filterable;
    }
}
