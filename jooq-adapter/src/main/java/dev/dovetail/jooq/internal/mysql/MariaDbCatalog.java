package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.table.TableName;
import java.util.Set;
import org.jooq.DSLContext;

/** Reads MariaDB's catalog. Its JSON is text that was checked. */
final class MariaDbCatalog extends MySqlCatalog {

    private static final String DOCUMENTS = """
            select c.column_name
            from information_schema.columns c
            join information_schema.check_constraints k
              on k.constraint_schema = c.table_schema and k.table_name = c.table_name
              and k.constraint_name = c.column_name
            where c.table_schema = ? and c.table_name = ? and c.data_type = 'longtext'
              and k.check_clause = concat('json_valid(`', replace(c.column_name, '`', '``'), '`)')
            """;

    MariaDbCatalog(DSLContext dsl) {
        super(dsl);
    }

    @Override
    Set<String> documents(TableName table) {
        return dsl().fetch(DOCUMENTS, table.schema(), table.name()).intoSet(0, String.class);
    }
}
