package dev.dovetail.table;

import java.util.List;

/**
 * What is asked of a table for each key of a batch. Equal queries may share a prepared statement.
 *
 * @param table the table to read
 * @param columns the columns to read, in the order in which rows carry them; may be empty when only the existence of
 *     rows matters
 * @param keyColumns the columns that a key's values are compared with, all of them, by the database's own equality
 * @param rowsPerKey how many rows are read for one key at most, or {@link #ALL_ROWS}
 * @param order the order of the rows of one key; empty when any will do
 */
public record TableQuery(
        Table table, List<Column> columns, List<Column> keyColumns, int rowsPerKey, List<ColumnOrder> order) {

    /** The value of {@link #rowsPerKey()} that sets no bound. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    public TableQuery {
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
        order = List.copyOf(order);
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
