package dev.dovetail.jooq;

import dev.dovetail.table.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;

/**
 * The classes that jOOQ generated of tables and views. It generates such classes of functions as well, which no key leads
 * to.
 */
record GeneratedTables(List<Table<?>> all) {

    static GeneratedTables of(List<Table<?>> classes) {
        return new GeneratedTables(classes.stream()
                .filter(table -> table.getTableType() != TableType.FUNCTION)
                .toList());
    }

    static Table<?>[] in(Schema... schemas) {
        return Arrays.stream(schemas)
                .flatMap(schema -> schema.getTables().stream())
                .toArray(Table<?>[]::new);
    }

    Optional<Table<?>> find(TableName name) {
        return all.stream()
                .filter(table ->
                        table.getName().equals(name.name()) && schema(table).equals(name.schema()))
                .findFirst();
    }

    static String schema(Table<?> table) {
        Schema schema = table.getSchema();
        return schema == null ? "" : schema.getName();
    }
}
