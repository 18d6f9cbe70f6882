package dev.dovetail.internal.model;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.Filter;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableSource;
import java.util.List;

/**
 * A relationship whose table and columns were found. Compared by identity: there is one for each relationship.
 */
public final class Join {

    private final TableRelationship relationship;
    private final TableSource source;
    private final TableType target;
    private final List<Column> keyColumns;
    private final boolean many;
    private final boolean listOfKeys;

    /**
     * @param keyColumns the columns that keys are compared with, in the order of the relationship's mapping
     * @param many whether the field is a list of rows
     * @param listOfKeys whether the mapped field is a list of keys
     */
    public Join(
            TableRelationship relationship,
            TableSource source,
            TableType target,
            List<Column> keyColumns,
            boolean many,
            boolean listOfKeys) {
        this.relationship = relationship;
        this.source = source;
        this.target = target;
        this.keyColumns = List.copyOf(keyColumns);
        this.many = many;
        this.listOfKeys = listOfKeys;
    }

    /** {@code Type.field}, as it is declared: also the name of the join's batches. */
    public String name() {
        return relationship.toString();
    }

    /** What the relationship was declared as. */
    public TableRelationship relationship() {
        return relationship;
    }

    public TableSource source() {
        return source;
    }

    public TableType target() {
        return target;
    }

    public List<Column> keyColumns() {
        return keyColumns;
    }

    public boolean isMany() {
        return many;
    }

    public boolean isListOfKeys() {
        return listOfKeys;
    }

    /** Whether several rows for an object are no fault, because an order says which comes first. */
    public boolean takesFirst() {
        return !order().isEmpty();
    }

    /** The query for these columns of the target. */
    public TableQuery query(List<Column> columns) {
        List<RowOrder> order = order().stream()
                .map(by -> RowOrder.of(
                        target.table().columns().get(target.table().position(by.column())), by.descending()))
                .toList();
        return TableQuery.rows(
                target.table(), columns, keyColumns, RowSelection.of(Filter.EVERYTHING, order), rowsPerKey());
    }

    /** A second row is enough to know that an object is ambiguous. */
    private int rowsPerKey() {
        if (many) {
            return TableQuery.ALL_ROWS;
        }
        return takesFirst() ? 1 : 2;
    }

    private List<ColumnOrder> order() {
        return relationship.order();
    }

    @Override
    public String toString() {
        return name();
    }
}
