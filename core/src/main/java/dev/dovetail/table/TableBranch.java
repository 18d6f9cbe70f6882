package dev.dovetail.table;

import java.util.List;

/**
 * What is asked next of the rows of a query: they are joined to another table of the same source, whose rows may be
 * joined to more.
 *
 * @param from the columns of the rows that hold the keys, in the order of the query's key columns; they are among the
 *     columns that are read. A row with a null in one of them is joined to nothing
 * @param query what is asked for each row's key
 * @param branches what is asked of the rows that are found
 */
public record TableBranch(List<Column> from, TableQuery query, List<TableBranch> branches) {

    public TableBranch {
        from = List.copyOf(from);
        branches = List.copyOf(branches);
    }
}
