package dev.dovetail.table.contract.loops;

import static dev.dovetail.table.contract.loops.Alike.compare;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import java.util.Arrays;
import java.util.List;

/** Whether filters mean rows, in SQL's logic: true, false, or null for unknown. */
record Truth(Lists lists) {

    Boolean of(Table table, Object[] row, Filter filter) {
        if (filter instanceof Filter.All all) {
            return and(all.filters().stream().map(part -> of(table, row, part)).toArray(Boolean[]::new));
        }
        if (filter instanceof Filter.Any any) {
            return not(and(any.filters().stream()
                    .map(part -> not(of(table, row, part)))
                    .toArray(Boolean[]::new)));
        }
        if (filter instanceof Filter.Not negated) {
            return not(of(table, row, negated.filter()));
        }
        if (filter instanceof Filter.Related related) {
            return !lists.follow(table, row, related.link(), related.filter()).isEmpty();
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return of(
                comparison.column().type(),
                Lists.value(table, row, comparison.column()),
                comparison.operator(),
                comparison.value());
    }

    private static Boolean and(Boolean[] values) {
        List<Boolean> list = Arrays.asList(values);
        return list.contains(false) ? Boolean.FALSE : list.contains(null) ? null : Boolean.TRUE;
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : !value;
    }

    private static Boolean of(ColumnType type, Object column, Operator operator, Object value) {
        if (operator == Operator.IS_NULL) {
            return value.equals(column == null);
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return operator == Operator.NIN;
        }
        if (column == null) {
            return null;
        }
        return switch (operator) {
            case EQ -> compare(type, column, value) == 0;
            case NEQ -> compare(type, column, value) != 0;
            case GT -> compare(type, column, value) > 0;
            case GTE -> compare(type, column, value) >= 0;
            case LT -> compare(type, column, value) < 0;
            case LTE -> compare(type, column, value) <= 0;
            case IN -> contains(type, (List<?>) value, column);
            case NIN -> !contains(type, (List<?>) value, column);
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static boolean contains(ColumnType type, List<?> values, Object column) {
        return values.stream().anyMatch(value -> compare(type, column, value) == 0);
    }
}
