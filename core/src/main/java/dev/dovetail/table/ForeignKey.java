package dev.dovetail.table;

import java.util.List;

/**
 * A foreign key of a table.
 *
 * @param columns its columns, by their database names
 * @param references the table that it refers to
 * @param referenced the columns that it refers to, in the order of {@code columns}
 */
public record ForeignKey(List<String> columns, TableName references, List<String> referenced) {

    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }
}
