package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.dialect.Servers;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which server the rows of a key are, where the table is partitioned by columns of the key. PostgreSQL itself holds
 * each key against the condition of each partition, by hash, list or range; it reads no rows for that, and asks no server.
 *
 * <p>Whatever this says, the rows are looked up in the whole table: a key that is taken for another partition's may fail with
 * that partition's server, but never finds other rows.
 */
public final class PostgresServers implements Servers {

    /** The partitions that have rows, and by which columns all partitions are made; none by an expression. */
    private static final String PARTITIONS = """
            with recursive parts as (
              select c.oid, c.relkind from pg_catalog.pg_class c where c.oid = pg_catalog.to_regclass(?)
              union all
              select c.oid, c.relkind
              from parts p
              join pg_catalog.pg_inherits i on i.inhparent = p.oid
              join pg_catalog.pg_class c on c.oid = i.inhrelid
              where p.relkind = 'p'
            )
            select pg_catalog.pg_get_partition_constraintdef(p.oid) as condition,
              coalesce(f.ftserver, 0)::bigint as server,
              array(select distinct coalesce(a.attname::text, '')
                    from parts q
                    join pg_catalog.pg_partitioned_table t on t.partrelid = q.oid
                    cross join unnest(t.partattrs) k(attnum)
                    left join pg_catalog.pg_attribute a on a.attrelid = t.partrelid and a.attnum = k.attnum) as columns
            from parts p
            left join pg_catalog.pg_foreign_table f on f.ftrelid = p.oid
            where p.relkind <> 'p'
            order by p.oid
            """;

    private static final Name KEYS = name("k");
    private static final Name ORDINAL = name("ordinal of a key");

    static final Servers INSTANCE = new PostgresServers();

    private PostgresServers() {}

    /** Only if PostgreSQL plans a statement for its very keys, it knows which partitions it need not ask. */
    @Override
    public Map<String, String> settings() {
        return Map.of("plan_cache_mode", "force_custom_plan");
    }

    @Override
    public List<Long> ofKeys(DSLContext dsl, TableRequest request) {
        TableName table = request.query().table().name();
        Result<Record> partitions = dsl.fetch(PARTITIONS, dsl.render(table(name(table.schema(), table.name()))));
        return partitions.isEmpty() || !areByKeys(partitions.get(0), request.query())
                ? List.of()
                : dsl.select(serverIn(partitions))
                        .from(keys(request))
                        .orderBy(field(KEYS.append(ORDINAL)))
                        .fetch(0, Long.class);
    }

    private static boolean areByKeys(Record partition, TableQuery query) {
        List<String> columns = List.of(partition.get("columns", String[].class));
        return !columns.isEmpty() && query.keyColumnNames().containsAll(columns);
    }

    /** A key without a partition has no rows, which the database itself can say. */
    private static Field<Long> serverIn(Result<Record> partitions) {
        @Nullable CaseConditionStep<Long> cases = null;
        for (Record partition : partitions) {
            var holds = DSL.condition(raw(String.valueOf(partition.get("condition", String.class))));
            Field<Long> server = inline(partition.get("server", Long.class));
            cases = cases == null ? DSL.when(holds, server) : cases.when(holds, server);
        }
        return cases == null ? inline(0L) : cases.otherwise(inline(0L));
    }

    /** Under the names that the conditions have for them. */
    private static Table<?> keys(TableRequest request) {
        List<QueryPart> arrays = new ArrayList<>();
        List<QueryPart> names = new ArrayList<>();
        for (Column column : request.query().keyColumns()) {
            int place = arrays.size();
            List<Object> values =
                    request.keys().stream().map(key -> key.value(place)).toList();
            arrays.add(PostgresBinds.array(column.type(), values));
            names.add(name(column.name()));
        }
        names.add(ORDINAL);
        return table("unnest({0}) with ordinality as {1}({2})", DSL.list(arrays), KEYS, DSL.list(names));
    }
}
