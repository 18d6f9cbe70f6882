package dev.dovetail.internal.configuration;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the sources of tables can compare their columns by. */
record ColumnOperators(Catalog catalog) {

    Set<Operator> of(TableType table, Column column) {
        return catalog.source(table.table().name()).operators(column.type());
    }

    /** The fields that show columns whose values can be told apart, and so be put into an order as well. */
    List<String> comparableFields(TableType table) {
        List<String> fields = new ArrayList<>();
        table.columnsByField().forEach((field, position) -> {
            if (of(table, table.table().columns().get(position)).contains(Operator.EQ)) {
                fields.add(field);
            }
        });
        return fields;
    }
}
