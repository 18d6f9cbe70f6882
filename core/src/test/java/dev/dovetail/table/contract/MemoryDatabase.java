package dev.dovetail.table.contract;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.loops.Alike;
import dev.dovetail.table.contract.loops.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lists in memory as a database: the contract asks for nothing that only SQL has. */
final class MemoryDatabase implements ContractDatabase {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<TableName, Table> tables = new ConcurrentHashMap<>();
    private final Lists lists = new Lists();
    private final AtomicInteger statements = new AtomicInteger();
    private final UnaryOperator<TableSource> spoiled;

    /**
     * @param spoiled what becomes of a right source
     */
    MemoryDatabase(UnaryOperator<TableSource> spoiled) {
        this.spoiled = spoiled;
    }

    @Override
    public TableSource source() {
        return spoiled.apply(new MemorySource(Map.copyOf(tables), lists, statements));
    }

    @Override
    public TableName create(ContractTable table, List<Object[]> rows) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        if (!table.primaryKey().isEmpty()) {
            indexes.add(0, new Index(table.primaryKey(), true));
        }
        TableName name = TableName.of("memory", table.name());
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.name(), type(column), column.nullable(), null))
                .toList();
        put(Table.of(name, columns, indexes, null), stored(table, rows));
        return name;
    }

    private void put(Table table, List<Object[]> rows) {
        tables.put(table.name(), table);
        lists.put(table, rows);
    }

    private static ColumnType type(ContractColumn column) {
        return switch (column.kind()) {
            case ENUM -> ColumnType.enumeration("enum", ContractColumn.LABELS);
            case ARRAY -> ColumnType.arrayOf(scalar(Objects.requireNonNull(column.element())));
            case TEXT -> ColumnType.of(ColumnKind.TEXT, text(column.flavour()));
            default -> scalar(column.kind());
        };
    }

    private static ColumnType scalar(ColumnKind kind) {
        return ColumnType.of(kind, kind.name().toLowerCase(Locale.ROOT));
    }

    private static String text(Flavour flavour) {
        return switch (flavour) {
            case PLAIN -> "text";
            case CASE_INSENSITIVE -> Alike.CASE_INSENSITIVE;
            case ACCENT_INSENSITIVE -> Alike.ACCENT_INSENSITIVE;
            case PADDED -> Alike.PADDED;
        };
    }

    private static List<Object[]> stored(ContractTable table, List<Object[]> rows) {
        List<Object[]> stored = new ArrayList<>();
        for (Object[] row : rows) {
            Object[] values = row.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = stored(table.columns().get(i).kind(), values[i]);
            }
            stored.add(values);
        }
        return stored;
    }

    private static Object stored(ColumnKind kind, Object value) {
        return switch (kind) {
            case JSON -> value == null ? null : JSON.readValue((String) value, Object.class);
            case BINARY -> value == null ? null : Base64.getEncoder().encodeToString((byte[]) value);
            default -> value;
        };
    }

    @Override
    public void drop(TableName table) {
        tables.remove(table);
        lists.remove(table);
    }

    @Override
    public void dropColumn(TableName name, String column) {
        Table table = tables.get(name);
        int dropped = table.position(column);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.remove(dropped);
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : lists.rows(table)) {
            List<Object> values = new ArrayList<>(Arrays.asList(row));
            values.remove(dropped);
            rows.add(values.toArray());
        }
        put(Table.of(name, columns, List.of(), null), rows);
    }

    @Override
    public void renameColumn(TableName name, String column, String newName) {
        Table table = tables.get(name);
        List<Column> columns = new ArrayList<>(table.columns());
        Column old = columns.get(table.position(column));
        columns.set(table.position(column), new Column(newName, old.type(), old.nullable(), null));
        put(Table.of(name, columns, List.of(), null), lists.rows(table));
    }

    @Override
    public int statements() {
        return statements.getAndSet(0);
    }

    @Override
    public String toString() {
        return "memory";
    }
}
