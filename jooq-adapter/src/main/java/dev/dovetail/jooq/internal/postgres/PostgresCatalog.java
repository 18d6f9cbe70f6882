package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's own catalog, one table at a time.
 *
 * <p>jOOQ's {@code meta()} loads whole schemas, leaves out the indexes behind constraints, and has no exact type for
 * domains, enumerations and extensions.
 */
public final class PostgresCatalog implements TableCatalog {

    /** Without a name of a schema, the first one on the search path that has the table. */
    private static final String SCHEMA =
            "(n.nspname = cast(? as text) or cast(? as text) = '' and pg_catalog.pg_table_is_visible(c.oid))";

    /** Foreign is what has other servers' rows in it, in partitions or in tables that inherit from it, say. */
    private static final String RELATION = """
            with recursive parts as (
              select c.oid
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where %1$s and c.relname = ?
              union all
              select i.inhrelid from parts p join pg_catalog.pg_inherits i on i.inhparent = p.oid
            )
            select c.oid as oid, c.relkind::text as kind, obj_description(c.oid, 'pg_class') as description,
              exists (select from parts p join pg_catalog.pg_foreign_table f on f.ftrelid = p.oid) as is_foreign
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where %1$s and c.relname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f')
            """.formatted(SCHEMA);

    /** Domains, of elements too, are unwrapped to what they are made of; they are not null if any of them says so. */
    private static final String COLUMNS = """
            with recursive unwrapped as (
              select a.attnum, t.oid, t.typtype, t.typbasetype, t.typnotnull
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_type t on t.oid = a.atttypid
              where a.attrelid = cast(? as oid) and a.attnum > 0 and not a.attisdropped
              union all
              select u.attnum, t.oid, t.typtype, t.typbasetype, t.typnotnull
              from unwrapped u
              join pg_catalog.pg_type t on t.oid = u.typbasetype
              where u.typtype = 'd'
            ), elements as (
              select u.attnum, t.oid, t.typname, t.typnamespace, t.typtype, t.typbasetype
              from unwrapped u
              join pg_catalog.pg_type a on a.oid = u.oid and a.typtype <> 'd' and a.typcategory = 'A'
              join pg_catalog.pg_type t on t.oid = a.typelem
              union all
              select e.attnum, t.oid, t.typname, t.typnamespace, t.typtype, t.typbasetype
              from elements e
              join pg_catalog.pg_type t on t.oid = e.typbasetype
              where e.typtype = 'd'
            )
            select a.attname::text as name,
              a.attnotnull or (select bool_or(x.typnotnull) from unwrapped x where x.attnum = a.attnum) as required,
              col_description(a.attrelid, a.attnum) as description, a.attndims as dimensions,
              n.nspname::text as type_schema, t.typname::text as type_name, t.typtype::text as type_kind,
              en.nspname::text as element_schema, e.typname::text as element_name, e.typtype::text as element_kind,
              array(select l.enumlabel::text from pg_catalog.pg_enum l
                    where l.enumtypid in (t.oid, e.oid) order by l.enumsortorder) as labels
            from pg_catalog.pg_attribute a
            join unwrapped u on u.attnum = a.attnum and u.typtype <> 'd'
            join pg_catalog.pg_type t on t.oid = u.oid
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            left join elements e on e.attnum = a.attnum and e.typtype <> 'd'
            left join pg_catalog.pg_namespace en on en.oid = e.typnamespace
            where a.attrelid = cast(? as oid)
            order by a.attnum
            """;

    /** Only those that hold every row and find single keys; a deferrable constraint may be broken for a while. */
    private static final String INDEXES = """
            select i.indisunique and i.indimmediate as is_unique,
              array(select a.attname::text
                    from unnest(i.indkey) with ordinality k(attnum, place)
                    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                    where k.place <= i.indnkeyatts order by k.place) as columns
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_am m on m.oid = c.relam
            where i.indrelid = cast(? as oid) and i.indisvalid and i.indpred is null and i.indexprs is null
              and m.amname in ('btree', 'hash')
            """;

    private static final String FOREIGN_KEYS = """
            select fn.nspname::text as foreign_schema, f.relname::text as foreign_name,
              array(select a.attname::text from unnest(k.conkey) with ordinality u(attnum, place)
                    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum
                    order by u.place) as columns,
              array(select a.attname::text from unnest(k.confkey) with ordinality u(attnum, place)
                    join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum
                    order by u.place) as referenced
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_class f on f.oid = k.confrelid
            join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
            where k.contype = 'f' and %s and c.relname = ?
            order by k.conname
            """.formatted(SCHEMA);

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
              and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            order by 1
            """;

    private final DSLContext dsl;

    PostgresCatalog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public @Nullable Table describe(TableName name) {
        Record relation = dsl.fetchOptional(
                        RELATION, name.schema(), name.schema(), name.name(), name.schema(), name.schema(), name.name())
                .orElse(null);
        if (relation == null) {
            return null;
        }
        Long oid = relation.get("oid", Long.class);
        String description = relation.get("description", String.class);
        List<Column> columns = dsl.fetch(COLUMNS, oid, oid).map(PostgresCatalog::column);
        if (relation.get("kind", String.class).equals("v")) {
            return Table.view(name, columns, description);
        }
        List<Index> indexes = dsl.fetch(INDEXES, oid).map(PostgresCatalog::index);
        return relation.get("is_foreign", Boolean.class)
                ? Table.foreign(name, columns, indexes, description)
                : Table.of(name, columns, indexes, description);
    }

    @Override
    public List<ForeignKey> foreignKeys(TableName name) {
        return dsl.fetch(FOREIGN_KEYS, name.schema(), name.schema(), name.name())
                .map(row -> new ForeignKey(
                        List.of(row.get("columns", String[].class)),
                        new TableName(
                                name.source(),
                                row.get("foreign_schema", String.class),
                                row.get("foreign_name", String.class)),
                        List.of(row.get("referenced", String[].class))));
    }

    @Override
    public List<String> knownTables() {
        return dsl.fetch(TABLES).getValues(0, String.class);
    }

    private static Column column(Record row) {
        return new Column(
                row.get("name", String.class),
                type(row),
                !row.get("required", Boolean.class),
                row.get("description", String.class));
    }

    private static ColumnType type(Record row) {
        ColumnType type = type(row, "type");
        if (row.get("element_name") == null) {
            return type;
        }
        ColumnType element = type(row, "element");
        // An array of what Dovetail does not know is read as PostgreSQL prints it.
        return element.kind() == ColumnKind.OTHER ? type : array(element, row.get("dimensions", Integer.class));
    }

    /** With the dimensions that the column was declared with; a domain tells none. */
    private static ColumnType array(ColumnType element, int dimensions) {
        ColumnType array = ColumnType.arrayOf(element);
        return dimensions > 1 ? array(array, dimensions - 1) : array;
    }

    /** The type of a column, or of its elements. */
    private static ColumnType type(Record row, String of) {
        ColumnType type =
                PostgresTypes.type(row.get(of + "_schema", String.class), row.get(of + "_name", String.class));
        return row.get(of + "_kind", String.class).equals("e")
                ? ColumnType.enumeration(type.databaseType(), List.of(row.get("labels", String[].class)))
                : type;
    }

    private static Index index(Record row) {
        return new Index(List.of(row.get("columns", String[].class)), row.get("is_unique", Boolean.class));
    }
}
