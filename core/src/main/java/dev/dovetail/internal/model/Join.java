package dev.dovetail.internal.model;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.table.Column;
import dev.dovetail.table.Feature;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    private final List<RowOrder> order;

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
        this.order = order(relationship, target.table());
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
        return !order.isEmpty();
    }

    /** The order that the relationship declares; empty when any will do. */
    public List<RowOrder> order() {
        return order;
    }

    /** A column that does not exist was reported as a fault. */
    private static List<RowOrder> order(TableRelationship relationship, Table table) {
        return relationship.order().stream()
                .filter(by -> table.position(by.column()) >= 0)
                .map(by -> RowOrder.of(table.columns().get(table.position(by.column())), by.descending()))
                .toList();
    }

    /**
     * The arguments that clients may give. Rows of a list of keys come in the order of the list, so that which of them
     * are distinct cannot be known for each key on its own; and some sources cannot tell which are.
     */
    public Set<RowArgument> arguments() {
        EnumSet<RowArgument> arguments = EnumSet.noneOf(RowArgument.class);
        if (relationship instanceof ArrayRelationship array) {
            arguments.addAll(array.arguments());
        }
        if (listOfKeys || source.unsupported().contains(Feature.DISTINCT_ON)) {
            arguments.remove(RowArgument.DISTINCT_ON);
        }
        return arguments;
    }

    @Override
    public String toString() {
        return name();
    }
}
