package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a table with its description by an earlier reading of the catalog. */
record TableComparison(TableDefinition definition, Table before, Table now) {

    /** What a schema may be able to take over. */
    List<TableChange> changes() {
        List<TableChange> changes = new ArrayList<>();
        for (Column column : before.columns()) {
            Column found = column(now, column.name());
            if (found != null && !found.type().equals(column.type())) {
                changes.add(TableChange.ofType(before, found));
            }
            if (found != null && found.nullable() != column.nullable()) {
                changes.add(TableChange.ofNullability(before, found));
            }
        }
        boolean indexed = new HashSet<>(before.indexes()).equals(new HashSet<>(now.indexes()));
        if (!indexed || before.isView() != now.isView() || before.isForeign() != now.isForeign()) {
            changes.add(TableChange.ofIndexes(before, now));
        }
        return changes;
    }

    /** What no schema that is there already can take over. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Column column : before.columns()) {
            if (column(now, column.name()) == null) {
                differences.add(definition + ": column '" + column.name()
                        + "' is gone; fields that read it fail until it is back");
            }
        }
        for (Column column : now.columns()) {
            if (definition.isAllColumns() && column(before, column.name()) == null) {
                differences.add(
                        definition + ": column '" + column.name() + "' is new; extend the schema anew to show it");
            }
        }
        return differences;
    }

    private static @Nullable Column column(Table table, String name) {
        int position = table.position(name);
        return position < 0 ? null : table.columns().get(position);
    }
}
