package dev.dovetail.jooq.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables as lists of rows, whose values stand where the table's columns do. */
public final class Lists {

    private final Map<String, List<Object[]>> rowsByTable = new HashMap<>();

    public void put(Table table, List<Object[]> rows) {
        rowsByTable.put(table.toString(), rows);
    }

    List<Object[]> rows(Table table) {
        return rowsByTable.get(table.toString());
    }

    /** The rows that a link leads to, of those that a filter means. */
    List<Object[]> follow(Table table, Object[] row, Link link, Filter filter) {
        List<Object> from = values(table, row, link.from());
        Table target = link.target();
        return rows(target).stream()
                .filter(found -> !from.contains(null) && from.equals(values(target, found, link.to())))
                .filter(found -> Boolean.TRUE.equals(new Truth(this).of(target, found, filter)))
                .toList();
    }

    static List<Object> values(Table table, Object[] row, List<Column> columns) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(value(table, row, column)));
        return values;
    }

    static Object value(Table table, Object[] row, Column column) {
        return row[table.position(column.name())];
    }
}
