package dev.dovetail.table.contract;

import dev.dovetail.table.Index;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as no database in particular describes it.
 *
 * @param name its name, exactly as the database has to spell it; the schema is the database's choice
 * @param primaryKey the columns of its primary key; empty for none
 * @param indexes the indexes besides that of its primary key
 */
public record ContractTable(String name, List<ContractColumn> columns, List<String> primaryKey, List<Index> indexes) {

    public ContractTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
    }

    /** A table without keys and indexes. */
    public static ContractTable of(String name, ContractColumn... columns) {
        return new ContractTable(name, List.of(columns), List.of(), List.of());
    }

    /** The same table with a primary key. */
    public ContractTable key(String... names) {
        return new ContractTable(name, columns, List.of(names), indexes);
    }

    /** The same table with an index more. */
    public ContractTable index(boolean unique, String... names) {
        List<Index> all = new ArrayList<>(indexes);
        all.add(new Index(List.of(names), unique));
        return new ContractTable(name, columns, primaryKey, all);
    }

    /** Whether a column is part of a key or of an index. */
    public boolean isIndexed(String column) {
        return primaryKey.contains(column)
                || indexes.stream().anyMatch(index -> index.columns().contains(column));
    }
}
