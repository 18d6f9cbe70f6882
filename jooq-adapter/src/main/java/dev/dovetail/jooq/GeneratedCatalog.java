package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.TableOptions.TableType;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Describes the tables that jOOQ generated classes for, with the types of their database. */
final class GeneratedCatalog implements TableCatalog {

    private final GeneratedTables tables;
    private final Dialect dialect;

    GeneratedCatalog(GeneratedTables tables, Dialect dialect) {
        this.tables = tables;
        this.dialect = dialect;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        return tables.find(name).map(table -> describe(name, table)).orElse(null);
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return tables.find(name).stream()
                .flatMap(table -> table.getReferences().stream())
                .map(key -> foreignKey(name.source(), key))
                .toList();
    }

    private static ForeignKey foreignKey(String source, org.jooq.ForeignKey<?, ?> key) {
        org.jooq.Table<?> references = key.getKey().getTable();
        return new ForeignKey(
                key.getFields().stream().map(Field::getName).toList(),
                new TableName(source, GeneratedTables.schema(references), references.getName()),
                key.getKeyFields().stream().map(Field::getName).toList());
    }

    @Override
    public List<String> knownTables() {
        return tables.all().stream()
                .map(table -> GeneratedTables.schema(table) + "." + table.getName())
                .toList();
    }

    private Table describe(TableName name, org.jooq.Table<?> table) {
        List<Column> columns = Arrays.stream(table.fields()).map(this::column).toList();
        String comment = text(table.getComment());
        return table.getTableType() == TableType.VIEW
                ? Table.view(name, columns, comment)
                : Table.of(name, columns, indexes(table), comment);
    }

    private Column column(Field<?> field) {
        DataType<?> type = field.getDataType();
        ColumnType stored = dialect.typeOf(type);
        return new Column(
                field.getName(),
                stored,
                type.nullable(),
                text(field.getComment()),
                GeneratedConversion.of(type.getConverter(), stored));
    }

    /** What an index is of, part of the rows alone, say, is no part of the classes: keys alone are taken to be unique. */
    private static List<Index> indexes(org.jooq.Table<?> table) {
        List<Index> indexes = new ArrayList<>();
        for (UniqueKey<?> key : table.getKeys()) {
            indexes.add(new Index(key.getFields().stream().map(Field::getName).toList(), true));
        }
        table.getIndexes().stream()
                .filter(index -> index.getWhere() == null)
                .map(index -> new Index(
                        index.getFields().stream().map(SortField::getName).toList(), false))
                .forEach(indexes::add);
        return indexes;
    }

    private static @Nullable String text(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
