package dev.dovetail.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as the catalog describes it: read at start-up, and again when the catalog is refreshed.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Table {

    private final TableName name;
    private final List<Column> columns;
    private final List<Index> indexes;
    private final Kind kind;
    private final @Nullable String description;
    private final Map<String, Integer> positions = new HashMap<>();

    private enum Kind {
        TABLE,
        VIEW,
        FOREIGN
    }

    private Table(TableName name, List<Column> columns, List<Index> indexes, Kind kind, @Nullable String description) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.indexes = List.copyOf(indexes);
        this.kind = kind;
        this.description = description;
        for (Column column : this.columns) {
            positions.put(column.name(), positions.size());
        }
    }

    /**
     * A table with its indexes.
     *
     * @param columns every column, in the table's order
     * @param indexes the indexes that cover every row, those behind keys included
     * @param description the database's comment, or null
     */
    public static Table of(TableName name, List<Column> columns, List<Index> indexes, @Nullable String description) {
        return new Table(name, columns, indexes, Kind.TABLE, description);
    }

    /** A view: it has no index of its own. */
    public static Table view(TableName name, List<Column> columns, @Nullable String description) {
        return new Table(name, columns, List.of(), Kind.VIEW, description);
    }

    /**
     * A table whose rows, or some of them, the database fetches from other servers.
     *
     * @param indexes those that the database knows of; the other servers may have more
     */
    public static Table foreign(
            TableName name, List<Column> columns, List<Index> indexes, @Nullable String description) {
        return new Table(name, columns, indexes, Kind.FOREIGN, description);
    }

    /**
     * The same table, with its indexes, of other columns and with another comment.
     *
     * @param others every column, in the table's order
     * @param comment the database's, or null
     */
    public Table with(List<Column> others, @Nullable String comment) {
        return new Table(name, others, indexes, kind, comment);
    }

    /** The table's name. */
    public TableName name() {
        return name;
    }

    /** Every column, in the table's order. */
    public List<Column> columns() {
        return columns;
    }

    /** The indexes that cover every row; a view has none. */
    public List<Index> indexes() {
        return indexes;
    }

    /** Whether this is a view, which can have no index. */
    public boolean isView() {
        return kind == Kind.VIEW;
    }

    /**
     * Whether the database fetches rows of this table from other servers: all of them, unless a statement names the keys
     * that it means.
     */
    public boolean isForeign() {
        return kind == Kind.FOREIGN;
    }

    /** The database's comment, or null. */
    public @Nullable String description() {
        return description;
    }

    /** The place of the column of this name among {@link #columns()}, or -1. */
    public int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /**
     * The columns of a unique index, none of which is ever null: what tells every row from every other. Empty when the
     * table has no such index.
     */
    public List<Column> key() {
        return indexes.stream()
                .filter(index -> index.unique() && index.columns().stream().noneMatch(this::mayBeNull))
                .findFirst()
                .map(index -> index.columns().stream()
                        .map(column -> columns.get(position(column)))
                        .toList())
                .orElse(List.of());
    }

    /** What an index has instead of a column may be null as well. */
    private boolean mayBeNull(String column) {
        int position = position(column);
        return position < 0 || columns.get(position).nullable();
    }

    /** Whether at most one row can have given values in these columns. */
    public boolean isUnique(Collection<String> columnNames) {
        return indexes.stream().anyMatch(index -> index.unique() && columnNames.containsAll(index.columns()));
    }

    /** Whether these columns, in any order, lead an index, so that single keys are found without a scan. */
    public boolean isIndexed(Collection<String> columnNames) {
        Set<String> wanted = new HashSet<>(columnNames);
        return indexes.stream()
                .map(Index::columns)
                .anyMatch(indexed -> indexed.size() >= wanted.size()
                        && wanted.equals(new HashSet<>(indexed.subList(0, wanted.size()))));
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
