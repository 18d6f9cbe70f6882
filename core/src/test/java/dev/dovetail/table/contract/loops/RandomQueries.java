package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Link;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Random queries of tables whose first column is unique, and whose next two may be keys. */
public final class RandomQueries {

    private final Dice dice;
    private final Lists lists;
    private final RandomFilters filters;
    private final RandomOrders orders;

    /**
     * @param operators those that the source offers for a type
     */
    public RandomQueries(Random random, Lists lists, List<Link> links, Function<ColumnType, Set<Operator>> operators) {
        this.dice = new Dice(random, links);
        this.lists = lists;
        this.filters = new RandomFilters(dice, operators);
        this.orders = new RandomOrders(dice, filters);
    }

    /** Rows that fit a table, in no order. */
    public List<Object[]> rows(Table table, int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            List<Object> row = new ArrayList<>();
            for (Column column : table.columns()) {
                row.add(column.nullable() && dice.oneIn(4) ? null : dice.value(column));
            }
            row.set(0, id);
            rows.add(row.toArray());
        }
        Collections.shuffle(rows, dice.random());
        return rows;
    }

    public TableQuery query(Table table) {
        List<Aggregate> aggregates = dice.oneIn(2) ? List.of() : dice.upTo(3, () -> aggregate(table));
        int rowsPerKey =
                !aggregates.isEmpty() && dice.oneIn(3) ? 0 : dice.oneIn(2) ? dice.below(4) : TableQuery.ALL_ROWS;
        return new TableQuery(
                table, columns(table), keyColumns(table), selection(table), rowsPerKey, dice.oneIn(2), aggregates);
    }

    public List<JoinKey> keys(TableQuery query) {
        Set<JoinKey> keys = new LinkedHashSet<>();
        int wanted = dice.oneIn(3) ? 1 : 1 + dice.below(6);
        for (int i = 0; i < wanted; i++) {
            keys.add(JoinKey.of(query.keyColumns().stream().map(dice::value).toArray()));
        }
        return List.copyOf(keys);
    }

    private List<Column> columns(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        Collections.shuffle(columns, dice.random());
        return columns.subList(0, dice.below(columns.size() + 1));
    }

    private List<Column> keyColumns(Table table) {
        List<Column> columns = table.columns();
        return dice.of(List.of(
                columns.subList(0, 1),
                columns.subList(1, 2),
                columns.subList(1, 2),
                List.of(columns.get(2), columns.get(1))));
    }

    private RowSelection selection(Table table) {
        List<Column> distinctOn = dice.oneIn(4) ? someColumns(table) : List.of();
        List<RowOrder> order = orders.of(table, distinctOn);
        return new RowSelection(
                dice.oneIn(3) ? Filter.EVERYTHING : filters.of(table, 2),
                order,
                distinctOn,
                dice.oneIn(5) ? position(table, order) : null,
                dice.oneIn(6) ? position(table, order) : null,
                dice.oneIn(4) ? dice.below(3) : 0,
                dice.oneIn(3) ? dice.below(5) : TableQuery.ALL_ROWS);
    }

    private Position position(Table table, List<RowOrder> order) {
        Object[] row = dice.of(lists.rows(table));
        return new Position(new Sorting(lists, table, order).position(row));
    }

    private Aggregate aggregate(Table table) {
        Column column = dice.comparable(table);
        boolean isNumber =
                column.type().kind() == ColumnKind.INTEGER || column.type().kind() == ColumnKind.DECIMAL;
        return switch (dice.below(5)) {
            case 0 -> new Aggregate(AggregateFunction.MIN, List.of(column), dice.oneIn(2));
            case 1 ->
                new Aggregate(isNumber ? AggregateFunction.SUM : AggregateFunction.MAX, List.of(column), dice.oneIn(4));
            case 2 -> new Aggregate(AggregateFunction.COUNT, someColumns(table), dice.oneIn(2));
            default -> Aggregate.count();
        };
    }

    private List<Column> someColumns(Table table) {
        Set<Column> columns = new LinkedHashSet<>(dice.upTo(2, () -> dice.column(table)));
        columns.add(dice.column(table));
        return List.copyOf(columns);
    }
}
