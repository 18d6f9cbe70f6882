package dev.dovetail.jooq;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.SortField;
import org.jooq.TableOptions.TableType;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Describes the tables that jOOQ generated classes for, with PostgreSQL's types. */
final class GeneratedCatalog implements TableCatalog {

    private final List<org.jooq.Table<?>> tables;

    GeneratedCatalog(List<org.jooq.Table<?>> tables) {
        this.tables = tables;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        return named(name).map(table -> describe(name, table)).findFirst().orElse(null);
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return named(name)
                .flatMap(table -> table.getReferences().stream())
                .map(key -> foreignKey(name.source(), key))
                .toList();
    }

    private Stream<org.jooq.Table<?>> named(TableName name) {
        return tables.stream()
                .filter(table ->
                        table.getName().equals(name.name()) && schema(table).equals(name.schema()));
    }

    private static ForeignKey foreignKey(String source, org.jooq.ForeignKey<?, ?> key) {
        org.jooq.Table<?> references = key.getKey().getTable();
        return new ForeignKey(
                key.getFields().stream().map(Field::getName).toList(),
                new TableName(source, schema(references), references.getName()),
                key.getKeyFields().stream().map(Field::getName).toList());
    }

    @Override
    public List<String> knownTables() {
        return tables.stream()
                .map(table -> schema(table) + "." + table.getName())
                .toList();
    }

    static String schema(org.jooq.Table<?> table) {
        Schema schema = table.getSchema();
        return schema == null ? "" : schema.getName();
    }

    private static Table describe(TableName name, org.jooq.Table<?> table) {
        List<Column> columns =
                Arrays.stream(table.fields()).map(GeneratedCatalog::column).toList();
        String comment = text(table.getComment());
        return table.getTableType() == TableType.TABLE
                ? Table.of(name, columns, indexes(table), comment)
                : Table.view(name, columns, comment);
    }

    private static Column column(Field<?> field) {
        DataType<?> type = field.getDataType();
        return new Column(field.getName(), type(type), type.nullable(), text(field.getComment()));
    }

    private static List<Index> indexes(org.jooq.Table<?> table) {
        List<Index> indexes = new ArrayList<>();
        for (UniqueKey<?> key : table.getKeys()) {
            indexes.add(new Index(key.getFields().stream().map(Field::getName).toList(), true));
        }
        table.getIndexes().stream()
                .filter(index -> index.getWhere() == null)
                .map(index -> new Index(
                        index.getFields().stream().map(SortField::getName).toList(), index.getUnique()))
                .forEach(indexes::add);
        return indexes;
    }

    /**
     * Types are told by their Java class: the names that jOOQ gives them depend on the version and the dialect. It is the
     * class before any converter of the host's.
     */
    private static ColumnType type(DataType<?> type) {
        DataType<?> element = type.getArrayComponentDataType();
        if (element != null) {
            return ColumnType.arrayOf(type(element));
        }
        if (EnumType.class.isAssignableFrom(type.getFromType())) {
            return enumeration(type);
        }
        DataType<?> standard = type.getSQLDataType();
        String typeName = standard == null ? otherName(type) : builtInName(type, standard);
        ColumnType known = PostgresTypes.type("pg_catalog", typeName);
        return known.kind() == ColumnKind.OTHER || typeName.equals("citext")
                ? ColumnType.of(known.kind(), type.getCastTypeName())
                : known;
    }

    private static ColumnType enumeration(DataType<?> type) {
        EnumType[] constants = (EnumType[]) type.getFromType().getEnumConstants();
        EnumType first = constants[0];
        String schema = first.getSchema() == null ? "public" : first.getSchema().getName();
        String name = first.getName() == null ? type.getTypeName() : first.getName();
        return ColumnType.enumeration(
                PostgresTypes.quoted(schema) + "." + PostgresTypes.quoted(name),
                Arrays.stream(constants).map(EnumType::getLiteral).toList());
    }

    private static String otherName(DataType<?> type) {
        String name = type.getTypeName().replace("\"", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String builtInName(DataType<?> type, DataType<?> standard) {
        String name = type.getFromType().getSimpleName();
        return switch (name) {
            case "Boolean" -> "bool";
            case "Short" -> "int2";
            case "Integer" -> "int4";
            case "Long" -> "int8";
            case "BigDecimal", "BigInteger" -> "numeric";
            case "Float" -> "float4";
            case "Double" -> "float8";
            case "String" -> standard.getTypeName().startsWith("char") ? "bpchar" : "varchar";
            case "UUID" -> "uuid";
            case "LocalDate", "Date" -> "date";
            case "LocalTime", "Time" -> "time";
            case "OffsetTime" -> "timetz";
            case "LocalDateTime", "Timestamp" -> "timestamp";
            case "OffsetDateTime", "Instant" -> "timestamptz";
            case "JSON" -> "json";
            case "JSONB" -> "jsonb";
            case "byte[]" -> "bytea";
            default -> otherName(type);
        };
    }

    private static @Nullable String text(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
