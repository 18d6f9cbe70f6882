package dev.dovetail.table;

import java.util.List;

/**
 * What is asked of a table for each key of a batch. Equal queries may share a prepared statement.
 *
 * @param table the table to read
 * @param columns the columns to read, in the order in which rows carry them; may be empty when only the existence of
 *     rows matters
 * @param keyColumns the columns that a key's values are compared with, all of them, by the database's own equality
 * @param rows which of the rows that match a key are meant
 * @param rowsPerKey how many of these are read for one key at most, or {@link #ALL_ROWS}; 0 when only the aggregates are
 *     wanted
 * @param positions whether each row carries, behind its columns, the values of the terms of its order
 * @param aggregates what to compute of all rows that are meant, whether they are read or not; empty for nothing
 */
public record TableQuery(
        Table table,
        List<Column> columns,
        List<Column> keyColumns,
        RowSelection rows,
        int rowsPerKey,
        boolean positions,
        List<Aggregate> aggregates) {

    /** The value of {@link #rowsPerKey()} that sets no bound. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    public TableQuery {
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
        aggregates = List.copyOf(aggregates);
    }

    /** A query of rows alone. */
    public static TableQuery rows(
            Table table, List<Column> columns, List<Column> keyColumns, RowSelection rows, int rowsPerKey) {
        return new TableQuery(table, columns, keyColumns, rows, rowsPerKey, false, List.of());
    }

    /** Whether no key can have more rows than are asked for, because the key columns are unique. */
    public boolean atMostOneRowPerKey() {
        return table.isUnique(keyColumnNames());
    }

    /** The names of the key columns. */
    public List<String> keyColumnNames() {
        return keyColumns.stream().map(Column::name).toList();
    }
}
