package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Operator;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the sources of tables can compare their columns by. */
public record ColumnOperators(Function<TableName, TableSource> sources) {

    Set<Operator> of(TableType table, Column column) {
        return sources.apply(table.table().name()).operators(column.type());
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
