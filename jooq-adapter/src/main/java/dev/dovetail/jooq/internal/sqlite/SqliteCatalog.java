package dev.dovetail.jooq.internal.sqlite;

import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.sql;

import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads SQLite's catalog: of the database itself, {@code main}, and of those that are attached to the connection. */
final class SqliteCatalog implements TableCatalog {

    private static final String TABLE =
            "select type, wr, strict from pragma_table_list where schema = ? and name = ? and type <> 'shadow'";

    private static final String TABLES = """
            select schema, name from pragma_table_list
            where type <> 'shadow' and name not like 'sqlite\\_%' escape '\\'
            order by schema, name
            """;

    /** Without the hidden columns of virtual tables, but with generated ones. */
    private static final String COLUMNS =
            "select name, type, \"notnull\", pk from pragma_table_xinfo(?, ?) where hidden <> 1";

    /** Without nulls, as jOOQ takes the class of a column from the first row. Others hold some of the rows. */
    private static final String INDEXES = """
            select i.name as i, i."unique" as u, coalesce(c.name, '') as c, c.coll
            from pragma_index_list(?, ?) as i
            join pragma_index_xinfo(i.name, ?) as c
            where c.key = 1 and i.partial = 0
            order by i.seq, c.seqno
            """;

    private static final String FOREIGN_KEYS = """
            select id, "table" as t, "from" as f, coalesce("to", '') as c
            from pragma_foreign_key_list(?, ?)
            order by id, seq
            """;

    private final DSLContext dsl;

    SqliteCatalog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        Record table = dsl.fetchOne(TABLE, name.schema(), name.name());
        if (table == null) {
            return null;
        }
        Result<Record> found = columns(name);
        boolean isView = "view".equals(table.get("type"));
        boolean strict = table.get("strict", boolean.class);
        Map<String, String> collations = isView ? Map.of() : collations(name, found);
        List<Column> columns = found.map(column -> new Column(
                name(column),
                SqliteTypes.of(
                        column.get("type", String.class),
                        strict,
                        collations.getOrDefault(name(column), SqliteTypes.BINARY)),
                !column.get("notnull", boolean.class) && !isNumberOfRow(column, found, table),
                null));
        return isView
                ? Table.view(name, columns, null)
                : Table.of(name, columns, indexes(name, found, collations), null);
    }

    private Result<Record> columns(TableName name) {
        return dsl.fetch(COLUMNS, name.name(), name.schema());
    }

    private static String name(Record column) {
        return column.get("name", String.class);
    }

    /** The other columns of primary keys may be null, unless they are said not to be. */
    private static boolean isNumberOfRow(Record column, Result<Record> columns, Record table) {
        boolean inKey = column.get("pk", int.class) > 0;
        return inKey
                && (table.get("wr", boolean.class)
                        || (key(columns).size() == 1 && "INTEGER".equalsIgnoreCase(column.get("type", String.class))));
    }

    private static List<String> key(Result<Record> columns) {
        return columns.stream()
                .filter(column -> column.get("pk", int.class) > 0)
                .sorted(Comparator.comparing(column -> column.get("pk", int.class)))
                .map(SqliteCatalog::name)
                .toList();
    }

    /** What columns of texts compare by; only the program of a comparison tells. */
    private Map<String, String> collations(TableName name, Result<Record> columns) {
        List<String> texts = columns.stream()
                .filter(column -> SqliteTypes.of(column.get("type", String.class), false, "")
                                .kind()
                        == ColumnKind.TEXT)
                .map(SqliteCatalog::name)
                .toList();
        if (texts.isEmpty()) {
            return Map.of();
        }
        List<String> compared = comparisons(dsl.render(sql(
                "explain select {0} from {1} as {2}",
                list(texts.stream()
                        .map(text -> sql("{0} = ''", DSL.name("t", text)))
                        .toList()),
                DSL.name(name.schema(), name.name()),
                DSL.name("t"))));
        Map<String, String> collations = new HashMap<>();
        for (int i = 0; i < texts.size() && compared.size() == texts.size(); i++) {
            collations.put(texts.get(i), compared.get(i));
        }
        return collations;
    }

    /** Read without jOOQ, which takes the class of a column from the first row. */
    private List<String> comparisons(String explain) {
        return dsl.connectionResult(connection -> {
            List<String> collations = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet steps = statement.executeQuery(explain)) {
                while (steps.next()) {
                    if ("Eq".equals(steps.getString("opcode"))) {
                        collations.add(steps.getString("p4").replaceAll("-\\d+$", ""));
                    }
                }
            }
            return collations;
        });
    }

    /** Without those that compare in another way than the column does. */
    private List<Index> indexes(TableName name, Result<Record> columns, Map<String, String> collations) {
        List<Index> indexes = new ArrayList<>();
        if (!key(columns).isEmpty()) {
            indexes.add(new Index(key(columns), true));
        }
        dsl.fetch(INDEXES, name.name(), name.schema(), name.schema()).intoGroups("i").values().stream()
                .filter(parts -> parts.stream().allMatch(part -> serves(part, collations)))
                .map(parts -> new Index(
                        parts.getValues("c", String.class), parts.get(0).get("u", boolean.class)))
                .forEach(indexes::add);
        return indexes.stream().distinct().toList();
    }

    private static boolean serves(Record part, Map<String, String> collations) {
        String column = part.get("c", String.class);
        return !column.isEmpty()
                && collations.getOrDefault(column, SqliteTypes.BINARY).equalsIgnoreCase(part.get("coll", String.class));
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return dsl.fetch(FOREIGN_KEYS, name.name(), name.schema()).intoGroups("id").values().stream()
                .map(parts -> foreignKey(name, parts))
                .toList();
    }

    /** Tables and columns may be referenced in another letter case, and primary keys without the names of columns. */
    private ForeignKey foreignKey(TableName name, Result<Record> parts) {
        String target = parts.get(0).get("t", String.class);
        List<String> tables = dsl.fetch("select name from pragma_table_list where schema = ?", name.schema())
                .getValues("name", String.class);
        TableName targetName = new TableName(name.source(), name.schema(), spelled(target, tables));
        Result<Record> columns = columns(targetName);
        List<String> names = columns.getValues("name", String.class);
        List<String> own = columns(name).getValues("name", String.class);
        return new ForeignKey(
                parts.getValues("f", String.class).stream()
                        .map(from -> spelled(from, own))
                        .toList(),
                targetName,
                "".equals(parts.get(0).get("c"))
                        ? key(columns)
                        : parts.getValues("c", String.class).stream()
                                .map(to -> spelled(to, names))
                                .toList());
    }

    private static String spelled(String name, List<String> names) {
        return names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    @Override
    public List<String> knownTables() {
        return dsl.fetch(TABLES).map(table -> table.get("schema") + "." + table.get("name"));
    }
}
