package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which columns a function can be computed of. */
final class Aggregatable {

    /** The functions that are computed of one column. */
    static final List<AggregateFunction> FUNCTIONS = Stream.of(AggregateFunction.values())
            .filter(function -> function != AggregateFunction.COUNT)
            .toList();

    private Aggregatable() {}

    /** The fields of a table's type that show such columns, with each one's position in the table. */
    static Map<String, Integer> fields(AggregateFunction function, TableType table) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        table.columnsByField().forEach((field, position) -> {
            Column column = table.table().columns().get(position);
            if (!column.isConverted() && accepts(function, column.type().kind())) {
                fields.put(field, position);
            }
        });
        return fields;
    }

    private static boolean accepts(AggregateFunction function, ColumnKind kind) {
        return switch (function) {
            case COUNT -> false;
            case MIN, MAX -> isNumber(kind) || isOrdered(kind);
            default -> isNumber(kind);
        };
    }

    private static boolean isNumber(ColumnKind kind) {
        return switch (kind) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> true;
            default -> false;
        };
    }

    private static boolean isOrdered(ColumnKind kind) {
        return switch (kind) {
            case TEXT, ENUM, DATE, TIME, TIME_WITH_ZONE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> true;
            default -> false;
        };
    }
}
