package dev.dovetail.jooq.loops;

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
        return of(Lists.value(table, row, comparison.column()), comparison.operator(), comparison.value());
    }

    private static Boolean and(Boolean[] values) {
        List<Boolean> list = Arrays.asList(values);
        return list.contains(false) ? Boolean.FALSE : list.contains(null) ? null : Boolean.TRUE;
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : !value;
    }

    private static Boolean of(Object column, Operator operator, Object value) {
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
            case EQ -> column.equals(value);
            case NEQ -> !column.equals(value);
            case GT -> Sorting.compare(column, value) > 0;
            case GTE -> Sorting.compare(column, value) >= 0;
            case LT -> Sorting.compare(column, value) < 0;
            case LTE -> Sorting.compare(column, value) <= 0;
            case IN -> ((List<?>) value).contains(column);
            case NIN -> !((List<?>) value).contains(column);
            default -> throw new IllegalArgumentException(operator.name());
        };
    }
}
