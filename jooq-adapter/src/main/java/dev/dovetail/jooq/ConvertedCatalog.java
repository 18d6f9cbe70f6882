package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnConversion;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The tables as their database describes them, with what the classes have for their values that jOOQ generated. */
record ConvertedCatalog(TableCatalog database, GeneratedTables generated) implements TableCatalog {

    @Override
    public @Nullable Table describe(TableName name) {
        Table table = database.describe(name);
        if (table == null) {
            return null;
        }
        Field<?>[] fields =
                generated.find(name).<Field<?>[]>map(org.jooq.Table::fields).orElseGet(() -> new Field<?>[0]);
        List<Column> columns = table.columns().stream()
                .map(column -> converted(column, fields))
                .toList();
        return table.with(columns, table.description());
    }

    private static Column converted(Column column, Field<?>[] fields) {
        ColumnConversion conversion = Arrays.stream(fields)
                .filter(field -> field.getName().equals(column.name()))
                .findFirst()
                .map(field -> GeneratedConversion.of(field.getDataType().getConverter(), column.type()))
                .orElseGet(() -> column.type().kind() == ColumnKind.ENUM ? Literals.INSTANCE : null);
        return new Column(column.name(), column.type(), column.nullable(), column.description(), conversion);
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return database.foreignKeys(name);
    }

    @Override
    public List<String> knownTables() {
        return database.knownTables();
    }
}
