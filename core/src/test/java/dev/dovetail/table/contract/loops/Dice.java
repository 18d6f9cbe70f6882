package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Random choices for queries of tables that are linked. */
record Dice(Random random, List<Link> links) {

    private static final List<String> TEXTS = List.of("", "a", "b", "B", "ab", "ba", "abc");

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> List<T> upTo(int most, Supplier<T> one) {
        return IntStream.rangeClosed(1, random.nextInt(most + 1))
                .mapToObj(i -> one.get())
                .toList();
    }

    Column column(Table table) {
        return of(table.columns());
    }

    /** A column that has a smallest and a largest value, as far as clients may ask. */
    Column comparable(Table table) {
        return of(table.columns().stream()
                .filter(column -> column.type().kind() != ColumnKind.BOOLEAN)
                .toList());
    }

    /** The links that lead from a table to another. */
    List<Link> links(Table table) {
        return links.stream()
                .filter(link -> table.columns().containsAll(link.from()) && link.target() != table)
                .toList();
    }

    /** A value of a column; few different ones, so that they repeat. */
    Object value(Column column) {
        return switch (column.type().kind()) {
            case INTEGER -> random.nextInt(5);
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(6), 1);
            case DATE -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5));
            case BOOLEAN -> random.nextBoolean();
            default -> of(TEXTS);
        };
    }
}
