package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table, all of whose columns clients see.
 *
 * @param primaryKey the columns of the primary key
 * @param columns the table's own columns; the ones that every table has come behind them
 */
public record Table(String name, String type, List<String> primaryKey, List<Column> columns) {

    private static final List<Column> VALUES = List.of(
            Column.value("n", Kind.INT),
            Column.value("big", Kind.BIGINT),
            Column.value("price", Kind.NUMERIC),
            Column.value("name", Kind.TEXT),
            Column.value("flag", Kind.BOOLEAN),
            Column.value("seen", Kind.TIMESTAMPTZ),
            Column.value("day", Kind.DATE),
            Column.value("code", Kind.UUID),
            Column.value("mood", Kind.MOOD),
            Column.value("doc", Kind.DOCUMENT),
            Column.value("nums", Kind.INTS));

    public Table {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(VALUES);
        columns = List.copyOf(all);
    }

    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Column> ordered() {
        return columns.stream().filter(column -> column.kind().isOrdered()).toList();
    }

    List<Column> numbers() {
        return columns.stream().filter(column -> column.kind().isNumber()).toList();
    }

    String ddl() {
        String all = columns.stream()
                .map(column -> column.name() + " " + column.kind().sqlType() + (column.nullable() ? "" : " not null"))
                .collect(Collectors.joining(", "));
        return "create table " + name + " (" + all + ", primary key (" + String.join(", ", primaryKey) + "))";
    }
}
