package dev.dovetail;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Index;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tables in memory, and the requests made to them. Keys match by {@code equals}, since core knows no database. */
final class FakeTables implements TableSource {

    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<TableName, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<Feature> unsupported = EnumSet.noneOf(Feature.class);
    private final List<TableRequest> requests = new CopyOnWriteArrayList<>();

    /** Without tables. */
    static FakeTables none() {
        return new FakeTables();
    }

    /** Users and their orders, without rows. */
    static FakeTables shop() {
        return none().add(users()).add(orders());
    }

    static Table users() {
        return Table.of(
                TableName.of("public", "users"),
                List.of(
                        column("id", ColumnKind.UUID, false),
                        column("name", ColumnKind.TEXT, false),
                        column("auth0_id", ColumnKind.TEXT, true)),
                List.of(new Index(List.of("id"), true)),
                null);
    }

    static Table orders() {
        return Table.of(
                TableName.of("public", "orders"),
                List.of(
                        column("id", ColumnKind.INTEGER, false),
                        column("user_id", ColumnKind.UUID, false),
                        column("total", ColumnKind.DECIMAL, true),
                        column("placed_at", ColumnKind.TIMESTAMP_WITH_ZONE, true),
                        column("paid", ColumnKind.BOOLEAN, false),
                        column("details", ColumnKind.JSON, true)),
                List.of(new Index(List.of("id"), true), new Index(List.of("user_id"), false)),
                null);
    }

    static Column column(String name, ColumnKind kind, boolean nullable) {
        return new Column(name, ColumnType.of(kind, kind.name().toLowerCase(Locale.ROOT)), nullable, null);
    }

    @SafeVarargs
    final FakeTables add(Table table, Map<String, Object>... tableRows) {
        tables.put(table.name(), table);
        rows.put(table.name(), List.of(tableRows));
        return this;
    }

    /** Says that it cannot do something. */
    FakeTables without(Feature... features) {
        unsupported.addAll(List.of(features));
        return this;
    }

    @Override
    public Set<Feature> unsupported() {
        return unsupported;
    }

    /** What was asked since the fake was made. */
    List<TableRequest> requests() {
        return requests;
    }

    @Override
    public Table describe(TableName name) {
        return tables.get(name);
    }

    @Override
    public List<String> knownTables() {
        return tables.keySet().stream().map(TableName::toString).toList();
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        requests.add(request);
        request.report("read " + request.query().table());
        TableQuery query = request.query();
        TableRows found = new TableRows(request.keys().size());
        for (int ordinal = 0; ordinal < request.keys().size(); ordinal++) {
            for (Map<String, Object> row : rows.get(query.table().name())) {
                if (matches(row, query.keyColumnNames(), request.keys().get(ordinal))) {
                    found.add(ordinal, values(row, query.columns()));
                }
            }
        }
        return CompletableFuture.completedFuture(found);
    }

    private static boolean matches(Map<String, Object> row, List<String> columns, JoinKey key) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        return values.equals(key.values());
    }

    private static Object[] values(Map<String, Object> row, List<Column> columns) {
        return columns.stream().map(column -> row.get(column.name())).toArray();
    }
}
