package dev.dovetail.jooq.internal.h2;

import dev.dovetail.jooq.internal.standard.JdbcCatalog;
import dev.dovetail.jooq.internal.standard.JdbcColumn;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Reads H2's catalog. */
final class H2Catalog extends JdbcCatalog {

    private static final String LABELS = """
            select c.column_name, e.value_name
            from information_schema.columns c
            join information_schema.enum_values e
              on e.object_schema = c.table_schema and e.object_name = c.table_name
              and e.object_type = 'TABLE' and e.enum_identifier = c.dtd_identifier
            where c.table_schema = ? and c.table_name = ?
            order by e.value_ordinal
            """;

    H2Catalog(DSLContext dsl) {
        super(dsl);
    }

    @Override
    protected Function<JdbcColumn, ColumnType> types(TableName table) {
        Map<String, List<String>> labels = dsl().fetch(LABELS, table.schema(), table.name())
                .intoGroups(row -> row.get(0, String.class), row -> row.get(1, String.class));
        return column -> {
            List<String> ofColumn = labels.get(column.name());
            return ofColumn == null ? H2Types.of(column) : ColumnType.enumeration("varchar", ofColumn);
        };
    }

    @Override
    protected boolean isSystem(String schema) {
        return schema.equals("INFORMATION_SCHEMA");
    }
}
