package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/** Tables as lists of rows, whose values stand where the table's columns do. */
public final class Lists {

    private final Map<TableName, Held> heldByName = new ConcurrentHashMap<>();

    private record Held(Table table, List<Object[]> rows) {}

    public void put(Table table, List<Object[]> rows) {
        heldByName.put(table.name(), new Held(table, rows));
    }

    public void remove(TableName name) {
        heldByName.remove(name);
    }

    /**
     * The table as it is now.
     *
     * @throws NoSuchElementException if it is no longer there
     */
    public Table current(Table table) {
        return held(table).table();
    }

    public List<Object[]> rows(Table table) {
        return held(table).rows();
    }

    private Held held(Table table) {
        Held held = heldByName.get(table.name());
        if (held == null) {
            throw new NoSuchElementException("No table " + table);
        }
        return held;
    }

    /** The rows that a link leads to, of those that a filter means. */
    List<Object[]> follow(Table table, Object[] row, Link link, Filter filter) {
        Table target = current(link.target());
        List<Object> from = Alike.of(link.to(), values(table, row, link.from()));
        return rows(target).stream()
                .filter(found -> !from.contains(null) && from.equals(alike(target, found, link.to())))
                .filter(found -> Boolean.TRUE.equals(new Truth(this).of(target, found, filter)))
                .toList();
    }

    static List<Object> values(Table table, Object[] row, List<Column> columns) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(value(table, row, column)));
        return values;
    }

    /** What stands for all values that the columns find equal to those of the row. */
    static List<Object> alike(Table table, Object[] row, List<Column> columns) {
        return Alike.of(columns, values(table, row, columns));
    }

    static Object value(Table table, Object[] row, Column column) {
        int position = table.position(column.name());
        if (position < 0) {
            throw new NoSuchElementException("No column " + column.name() + " of " + table);
        }
        return row[position];
    }
}
