package dev.dovetail.jooq.internal.duckdb;

import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Reads DuckDB's catalog; of the current database alone, if others are attached. The driver names no columns of indexes. */
final class DuckCatalog implements TableCatalog {

    private static final String RELATIONS = """
            (select database_name, schema_name, table_name, comment, internal, false as is_view from duckdb_tables()
            union all
            select database_name, schema_name, view_name, comment, internal, true from duckdb_views())
            """;

    private static final String RELATION = "select comment, is_view from " + RELATIONS
            + " where database_name = current_database() and schema_name = ? and table_name = ?";

    private static final String KNOWN = "select schema_name, table_name from " + RELATIONS
            + " where database_name = current_database() and not internal order by 1, 2";

    private static final String COLUMNS = """
            select column_name, data_type, is_nullable, comment from duckdb_columns()
            where database_name = current_database() and schema_name = ? and table_name = ?
            order by column_index
            """;

    private static final String CONSTRAINTS = """
            select constraint_index as i, constraint_type as t, referenced_table as r,
              unnest(constraint_column_names) as c, unnest(referenced_column_names) as rc
            from duckdb_constraints()
            where database_name = current_database() and schema_name = ? and table_name = ? and constraint_type in
              ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
            order by constraint_type, constraint_index
            """;

    private static final String INDEXES = """
            select is_unique, expressions from duckdb_indexes()
            where database_name = current_database() and schema_name = ? and table_name = ?
            order by index_oid
            """;

    private final DSLContext dsl;

    DuckCatalog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        Record relation = dsl.fetchOne(RELATION, name.schema(), name.name());
        if (relation == null) {
            return null;
        }
        List<Column> columns = dsl.fetch(COLUMNS, name.schema(), name.name())
                .map(column -> new Column(
                        column.get(0, String.class),
                        DuckTypes.of(column.get(1, String.class)),
                        column.get(2, boolean.class),
                        column.get(3, String.class)));
        String comment = relation.get(0, String.class);
        return relation.get(1, boolean.class)
                ? Table.view(name, columns, comment)
                : Table.of(name, columns, indexes(name, columns), comment);
    }

    private List<Index> indexes(TableName name, List<Column> columns) {
        List<Index> indexes = new ArrayList<>();
        for (Result<Record> constraint : constraints(name)) {
            if (!isForeign(constraint)) {
                indexes.add(new Index(constraint.getValues("c", String.class), true));
            }
        }
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        for (Record index : dsl.fetch(INDEXES, name.schema(), name.name())) {
            List<String> of = expressions(index.get(1, String.class));
            if (names.containsAll(of)) {
                indexes.add(new Index(of, index.get(0, boolean.class)));
            }
        }
        return indexes.stream().distinct().toList();
    }

    /** A list as the text of a list: names stand in quotes where they must. */
    private static List<String> expressions(String list) {
        return Arrays.stream(list.substring(1, list.length() - 1).split(", "))
                .map(part -> part.replaceAll("^'(.*)'$", "$1")
                        .replaceAll("^\"(.*)\"$", "$1")
                        .replace("\"\"", "\""))
                .toList();
    }

    private List<Result<Record>> constraints(TableName name) {
        return List.copyOf(dsl.fetch(CONSTRAINTS, name.schema(), name.name())
                .intoGroups("i")
                .values());
    }

    private static boolean isForeign(Result<Record> constraint) {
        return "FOREIGN KEY".equals(constraint.get(0).get("t"));
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return constraints(name).stream()
                .filter(DuckCatalog::isForeign)
                .map(parts -> new ForeignKey(
                        parts.getValues("c", String.class),
                        new TableName(name.source(), name.schema(), parts.get(0).get("r", String.class)),
                        parts.getValues("rc", String.class)))
                .toList();
    }

    @Override
    public List<String> knownTables() {
        return dsl.fetch(KNOWN).map(table -> table.get(0) + "." + table.get(1));
    }
}
