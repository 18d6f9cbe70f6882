package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.standard.JdbcCatalog;
import dev.dovetail.jooq.internal.standard.JdbcColumn;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Index;
import dev.dovetail.table.TableName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads Ignite's catalog. The driver has one name for all types that it does not know, UUID among them. */
final class IgniteCatalog extends JdbcCatalog {

    private static final String CLASSES =
            "select column_name, type from sys.table_columns where schema_name = ? and table_name = ?";

    private static final String INDEXES = """
            select columns, is_pk from sys.indexes
            where schema_name = ? and table_name = ? and columns is not null
            order by is_pk desc
            """;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    IgniteCatalog(DSLContext dsl) {
        super(dsl);
    }

    @Override
    protected Function<JdbcColumn, ColumnType> types(TableName table) {
        Map<String, String> classes = dsl().fetch(CLASSES, table.schema(), table.name())
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
        return column -> IgniteTypes.ofClass(String.valueOf(classes.get(column.name())));
    }

    /** No index is unique but that of the key. */
    @Override
    protected List<Index> indexes(DatabaseMetaData data, TableName table, List<Column> columns) throws SQLException {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        Set<String> key = key(data, table);
        List<Index> indexes = new ArrayList<>();
        // a key of one column is not named in its index
        if (key.size() == 1 && names.containsAll(key)) {
            indexes.add(new Index(List.copyOf(key), true));
        }
        for (Record row : dsl().fetch(INDEXES, table.schema(), table.name())) {
            List<String> indexed = indexed(row.get(0, String.class), names);
            boolean isKey = Boolean.TRUE.equals(row.get(1, Boolean.class)) && key.equals(Set.copyOf(indexed));
            if (!indexed.isEmpty()) {
                indexes.add(new Index(indexed, isKey));
            }
        }
        return indexes.stream().distinct().toList();
    }

    /** In the order of the table's columns, which need not be the key's. */
    private static Set<String> key(DatabaseMetaData data, TableName table) throws SQLException {
        Set<String> key = new HashSet<>();
        try (ResultSet rows = data.getPrimaryKeys(null, table.schema(), table.name())) {
            while (rows.next()) {
                // the driver takes the names for patterns
                if (rows.getString("TABLE_SCHEM").equals(table.schema())
                        && rows.getString("TABLE_NAME").equals(table.name())) {
                    key.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return key;
    }

    /** Up to a column that is hidden: the key of rows whose key is none of the columns. */
    private static List<String> indexed(String columns, Set<String> names) {
        return QUOTED.matcher(columns)
                .results()
                .map(column -> column.group(1).replace("\"\"", "\""))
                .takeWhile(names::contains)
                .toList();
    }

    @Override
    protected boolean isSystem(String schema) {
        return schema.equals("SYS");
    }
}
