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
import java.util.stream.Collectors;

/** What the sources of tables can compare their columns by. */
public record ColumnOperators(Function<TableName, TableSource> sources) {

    Set<Operator> of(TableType table, Column column) {
        return of(sources.apply(table.table().name()), column);
    }

    /** Of values that clients see in another way, nobody knows whether their order or their patterns are those of the stored. */
    public static Set<Operator> of(TableSource source, Column column) {
        Set<Operator> stored = source.operators(column.type());
        if (!column.isConverted()) {
            return stored;
        }
        boolean equatable =
                column.type().kind().joinable() && column.shownType().kind().joinable();
        return Set.of(Operator.values()).stream()
                .filter(equatable ? Operator.EQUALITY::contains : Operator.IS_NULL::equals)
                .filter(stored::contains)
                .collect(Collectors.toUnmodifiableSet());
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
