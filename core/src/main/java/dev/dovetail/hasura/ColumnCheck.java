package dev.dovetail.hasura;

import dev.dovetail.access.SessionVariable;
import dev.dovetail.internal.key.Operands;
import dev.dovetail.table.Column;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a database has what a filter compares, as far as the database is known. */
final class ColumnCheck {

    private final Map<String, TableSource> databases;
    private final Map<TableName, Optional<Table>> tables = new HashMap<>();

    ColumnCheck(Map<String, TableSource> databases) {
        this.databases = databases;
    }

    /** What is wrong, or null when nothing is. */
    @Nullable
    String fault(TableName name, String column, Operator operator, Object value) {
        TableSource database = databases.get(name.source());
        Table table = database == null
                ? null
                : tables.computeIfAbsent(name, key -> Optional.ofNullable(database.describe(key)))
                        .orElse(null);
        if (database == null || table == null) {
            return null;
        }
        int position = table.position(column);
        if (position < 0) {
            return "compares '" + column + "', which is no column of table " + name;
        }
        Column found = table.columns().get(position);
        if (!database.operators(found.type()).contains(operator)) {
            return "compares by " + operator + ", which columns of type "
                    + found.type().databaseType() + " have not";
        }
        boolean fits = value instanceof SessionVariable || Operands.coerce(value, found, operator) != null;
        return fits ? null : "compares column '" + column + "' with a value that it cannot have";
    }
}
