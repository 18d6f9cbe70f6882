package dev.dovetail.table;

import java.util.List;

/**
 * An index, or the one behind a key, that covers all rows of its table.
 *
 * @param columns the indexed columns' names, leading column first
 * @param unique whether no two rows share their values in these columns
 */
public record Index(List<String> columns, boolean unique) {

    public Index {
        columns = List.copyOf(columns);
    }
}
