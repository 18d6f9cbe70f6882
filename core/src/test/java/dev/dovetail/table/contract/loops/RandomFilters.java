package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Random filters: what is nested in what matters here, and not the operators. */
record RandomFilters(Dice dice, Function<ColumnType, Set<Operator>> operators) {

    private static final List<Operator> OPERATORS =
            Operator.COMPARISON.stream().sorted().toList();

    Filter of(Table table, int depth) {
        return switch (depth == 0 ? 0 : dice.below(6)) {
            case 1 -> new Filter.All(several(table, depth));
            case 2 -> new Filter.Any(several(table, depth));
            case 3 -> new Filter.Not(of(table, depth - 1));
            case 4 -> {
                Link link = dice.of(dice.links(table));
                yield new Filter.Related(link, of(link.target(), depth - 1));
            }
            default -> comparison(dice.column(table));
        };
    }

    private List<Filter> several(Table table, int depth) {
        return dice.upTo(3, () -> of(table, depth - 1));
    }

    private Filter comparison(Column column) {
        Set<Operator> offered = operators.apply(column.type());
        Operator operator = dice.of(OPERATORS.stream().filter(offered::contains).toList());
        Object value = switch (operator) {
            case IN, NIN -> dice.upTo(3, () -> dice.value(column));
            case IS_NULL -> dice.oneIn(2);
            default -> dice.value(column);
        };
        return new Filter.Comparison(column, operator, value);
    }
}
