package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What aggregates are of rows. */
final class Computed {

    private Computed() {}

    static Object of(Table table, List<Object[]> rows, Aggregate aggregate) {
        List<List<Object>> all = new ArrayList<>();
        rows.forEach(row -> all.add(Lists.values(table, row, aggregate.columns())));
        all.removeIf(values -> values.contains(null));
        List<List<Object>> counted = aggregate.distinct() ? distinct(aggregate.columns(), all) : all;
        List<Object> values = aggregate.columns().isEmpty()
                ? List.of()
                : counted.stream().map(list -> list.get(0)).toList();
        return switch (aggregate.function()) {
            case COUNT -> (long) counted.size();
            case MIN -> values.stream().min(order(aggregate)).orElse(null);
            case MAX -> values.stream().max(order(aggregate)).orElse(null);
            case SUM -> values.isEmpty() ? null : sum(values);
            default -> Statistics.of(aggregate.function(), values);
        };
    }

    private static List<List<Object>> distinct(List<Column> columns, List<List<Object>> all) {
        Set<List<Object>> seen = new HashSet<>();
        return all.stream()
                .filter(values -> seen.add(Alike.of(columns, values)))
                .toList();
    }

    private static Comparator<Object> order(Aggregate aggregate) {
        return (one, other) -> Alike.compare(aggregate.columns().get(0).type(), one, other);
    }

    private static Object sum(List<Object> values) {
        BigDecimal sum =
                values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return values.get(0) instanceof Integer ? (Object) sum.longValueExact() : sum;
    }
}
