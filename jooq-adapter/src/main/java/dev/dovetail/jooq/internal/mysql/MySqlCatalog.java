package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.standard.JdbcCatalog;
import dev.dovetail.jooq.internal.standard.JdbcColumn;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the catalog of MySQL or MariaDB. What drivers say of types depends on their settings. */
class MySqlCatalog extends JdbcCatalog {

    private static final Set<String> SYSTEM = Set.of("information_schema", "mysql", "performance_schema", "sys");

    private static final String TYPES = """
            select column_name, data_type, column_type, collation_name, coalesce(numeric_scale, 0)
            from information_schema.columns
            where table_schema = ? and table_name = ?
            """;

    MySqlCatalog(DSLContext dsl) {
        super(dsl);
    }

    @Override
    protected Function<JdbcColumn, ColumnType> types(TableName table) {
        Map<String, ColumnType> types = new HashMap<>();
        Set<String> documents = documents(table);
        for (Record row : dsl().fetch(TYPES, table.schema(), table.name())) {
            String column = row.get(0, String.class);
            types.put(
                    column,
                    documents.contains(column)
                            ? MySqlTypes.of(ColumnKind.JSON)
                            : MySqlTypes.of(
                                    row.get(1, String.class),
                                    row.get(2, String.class),
                                    row.get(3, String.class),
                                    row.get(4, Integer.class)));
        }
        return column -> Objects.requireNonNull(types.get(column.name()));
    }

    /** The columns that hold documents, though their type does not say so. */
    Set<String> documents(TableName table) {
        return Set.of();
    }

    @Override
    protected boolean isSystem(String schema) {
        return SYSTEM.contains(schema);
    }

    @Override
    protected boolean schemasAreCatalogs() {
        return true;
    }
}
