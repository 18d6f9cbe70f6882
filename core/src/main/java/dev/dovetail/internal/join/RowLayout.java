package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which columns the rows of one plan carry, and where: shared by all of them. */
final class RowLayout {

    static final int NOT_READ = -1;

    private final TableType type;
    private final Grant grant;
    private final List<Column> columns = new ArrayList<>();
    private final int[] slots;
    private @Nullable Map<String, Integer> names;

    /**
     * @param read the positions in the table of the columns that are read, for keys of relationships hidden ones as well
     * @param grant what the caller may see of them
     */
    RowLayout(TableType type, BitSet read, Grant grant) {
        this.type = type;
        this.grant = grant;
        this.slots = new int[type.table().columns().size()];
        Arrays.fill(slots, NOT_READ);
        read.stream().forEach(position -> {
            slots[position] = columns.size();
            columns.add(type.table().columns().get(position));
        });
    }

    TableType type() {
        return type;
    }

    /** What the caller may see of the rows. */
    Grant grant() {
        return grant;
    }

    /** Rows with these values. */
    List<Row> rows(List<@Nullable Object[]> rows) {
        return rows.stream().map(values -> new Row(this, values)).toList();
    }

    /** The columns that are read, in the order in which rows carry them. */
    List<Column> columns() {
        return columns;
    }

    /** Where rows carry the column at this position of the table, or {@link #NOT_READ}. */
    int slot(int position) {
        return slots[position];
    }

    /** Whether rows show the column of this field's or column's name. */
    boolean shows(String fieldOrColumn) {
        Integer position = type.position(fieldOrColumn);
        return position != null && shows(position);
    }

    private boolean shows(int position) {
        return slots[position] != NOT_READ && !grant.hides(position);
    }

    /** The names that a row answers to as a map: the fields that show a column, else the column's own name. */
    synchronized Map<String, Integer> names() {
        if (names == null) {
            Map<String, Integer> found = new LinkedHashMap<>();
            type.columnsByField().forEach((field, position) -> {
                if (shows(position)) {
                    found.put(field, slots[position]);
                }
            });
            for (Column column : columns) {
                int position = type.table().position(column.name());
                if (shows(position) && !found.containsValue(slots[position])) {
                    found.putIfAbsent(column.name(), slots[position]);
                }
            }
            names = found;
        }
        return names;
    }
}
