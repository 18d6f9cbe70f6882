package dev.dovetail.jooq.internal.standard;

import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Describes tables by what the driver says of them.
 *
 * <p>jOOQ's {@code meta()} loads whole schemas, and leaves out the indexes behind constraints.
 */
public abstract class JdbcCatalog implements TableCatalog {

    private static final Set<String> TABLE_TYPES = Set.of("TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW");

    private final DSLContext dsl;

    protected JdbcCatalog(DSLContext dsl) {
        this.dsl = dsl;
    }

    protected final DSLContext dsl() {
        return dsl;
    }

    /** What Dovetail makes of the types of a table's columns; asked once for each table. */
    protected abstract Function<JdbcColumn, ColumnType> types(TableName table);

    /** Whether a schema is the database's own. */
    protected abstract boolean isSystem(String schema);

    /** Whether JDBC calls a catalog what hosts call the schema of a table. */
    protected boolean schemasAreCatalogs() {
        return false;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        return asked(data -> Optional.ofNullable(table(data, name))).orElse(null);
    }

    private @Nullable Table table(DatabaseMetaData data, TableName name) throws SQLException {
        Map<String, @Nullable String> kind = kindOf(data, name);
        if (kind == null) {
            return null;
        }
        List<Column> columns = columns(data, name);
        String description = kind.get("REMARKS");
        return "VIEW".equals(kind.get("TABLE_TYPE"))
                ? Table.view(name, columns, description)
                : Table.of(name, columns, indexes(data, name, columns), description);
    }

    private @Nullable Map<String, @Nullable String> kindOf(DatabaseMetaData data, TableName name) throws SQLException {
        String escape = data.getSearchStringEscape();
        try (ResultSet tables =
                data.getTables(catalog(name), pattern(schema(name), escape), pattern(name.name(), escape), null)) {
            while (tables.next()) {
                if (isOf(tables, name) && TABLE_TYPES.contains(tables.getString("TABLE_TYPE"))) {
                    Map<String, @Nullable String> kind = new LinkedHashMap<>();
                    kind.put("TABLE_TYPE", tables.getString("TABLE_TYPE"));
                    kind.put("REMARKS", text(tables.getString("REMARKS")));
                    return kind;
                }
            }
            return null;
        }
    }

    private List<Column> columns(DatabaseMetaData data, TableName name) throws SQLException {
        Function<JdbcColumn, ColumnType> types = types(name);
        String escape = data.getSearchStringEscape();
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows =
                data.getColumns(catalog(name), pattern(schema(name), escape), pattern(name.name(), escape), null)) {
            while (rows.next()) {
                if (isOf(rows, name)) {
                    JdbcColumn column = new JdbcColumn(
                            rows.getString("COLUMN_NAME"),
                            rows.getInt("DATA_TYPE"),
                            rows.getString("TYPE_NAME"),
                            rows.getInt("COLUMN_SIZE"),
                            rows.getInt("DECIMAL_DIGITS"));
                    boolean nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                    columns.add(
                            new Column(column.name(), types.apply(column), nullable, text(rows.getString("REMARKS"))));
                }
            }
        }
        return columns;
    }

    /** The indexes, that of the primary key first. */
    protected List<Index> indexes(DatabaseMetaData data, TableName name, List<Column> columns) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(catalog(name), schema(name), name.name())) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        if (!key.isEmpty()) {
            indexes.add(new Index(List.copyOf(key.values()), true));
        }
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        for (Map<Integer, IndexPart> parts : indexParts(data, name).values()) {
            List<String> of = parts.values().stream().map(IndexPart::column).toList();
            // others are of expressions, or hold some of the rows
            if (names.containsAll(of) && parts.values().stream().noneMatch(IndexPart::partial)) {
                indexes.add(new Index(of, parts.values().iterator().next().unique()));
            }
        }
        return indexes.stream().distinct().toList();
    }

    private Map<String, Map<Integer, IndexPart>> indexParts(DatabaseMetaData data, TableName name) throws SQLException {
        Map<String, Map<Integer, IndexPart>> indexes = new LinkedHashMap<>();
        try (ResultSet rows = data.getIndexInfo(catalog(name), schema(name), name.name(), false, true)) {
            while (rows.next()) {
                if (rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic) {
                    String column = rows.getString("COLUMN_NAME");
                    indexes.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new TreeMap<>())
                            .put(
                                    rows.getInt("ORDINAL_POSITION"),
                                    new IndexPart(
                                            column == null ? "" : column,
                                            !rows.getBoolean("NON_UNIQUE"),
                                            rows.getString("FILTER_CONDITION") != null));
                }
            }
        }
        return indexes;
    }

    private record IndexPart(String column, boolean unique, boolean partial) {}

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return asked(data -> {
            Map<String, List<String[]>> keys = new LinkedHashMap<>();
            try (ResultSet rows = data.getImportedKeys(catalog(name), schema(name), name.name())) {
                int number = 0;
                while (rows.next()) {
                    number += rows.getInt("KEY_SEQ") == 1 ? 1 : 0;
                    keys.computeIfAbsent(rows.getString("FK_NAME") + " " + number, key -> new ArrayList<>())
                            .add(new String[] {
                                rows.getString("FKCOLUMN_NAME"),
                                schemasAreCatalogs() ? rows.getString("PKTABLE_CAT") : rows.getString("PKTABLE_SCHEM"),
                                rows.getString("PKTABLE_NAME"),
                                rows.getString("PKCOLUMN_NAME"),
                            });
                }
            }
            return keys.values().stream()
                    .map(parts -> new ForeignKey(
                            parts.stream().map(part -> part[0]).toList(),
                            new TableName(name.source(), parts.get(0)[1], parts.get(0)[2]),
                            parts.stream().map(part -> part[3]).toList()))
                    .toList();
        });
    }

    @Override
    public List<String> knownTables() {
        return asked(data -> {
            List<String> known = new ArrayList<>();
            try (ResultSet tables = data.getTables(null, null, "%", null)) {
                while (tables.next()) {
                    String schema = tables.getString(schemasAreCatalogs() ? "TABLE_CAT" : "TABLE_SCHEM");
                    if (TABLE_TYPES.contains(tables.getString("TABLE_TYPE")) && !isSystem(schema)) {
                        known.add(schema + "." + tables.getString("TABLE_NAME"));
                    }
                }
            }
            return known;
        });
    }

    /** Patterns may match more than the name that they are made of. */
    private boolean isOf(ResultSet rows, TableName name) throws SQLException {
        return rows.getString("TABLE_NAME").equals(name.name())
                && name.schema().equals(rows.getString(schemasAreCatalogs() ? "TABLE_CAT" : "TABLE_SCHEM"));
    }

    private @Nullable String catalog(TableName name) {
        return schemasAreCatalogs() ? name.schema() : null;
    }

    private @Nullable String schema(TableName name) {
        return schemasAreCatalogs() ? null : name.schema();
    }

    /** For the escape itself, about which drivers do not agree, any character. */
    private static @Nullable String pattern(@Nullable String name, String escape) {
        return name == null
                ? null
                : Arrays.stream(name.split(Pattern.quote(escape), -1))
                        .map(part -> part.replace("_", escape + "_").replace("%", escape + "%"))
                        .collect(Collectors.joining("_"));
    }

    private static @Nullable String text(@Nullable String remarks) {
        return remarks == null || remarks.isEmpty() ? null : remarks;
    }

    private <T> T asked(Question<T> question) {
        return dsl.connectionResult(connection -> question.ask(connection.getMetaData()));
    }

    /** A question to the driver. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(DatabaseMetaData data) throws SQLException;
    }
}
