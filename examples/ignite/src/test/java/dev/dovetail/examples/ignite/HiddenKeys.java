package dev.dovetail.examples.ignite;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.QueryEntity;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.ClientCacheConfiguration;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/**
 * Tables whose columns are not their rows' keys: every row of Ignite's has a key, which SQL asks for, and caches that
 * hosts made for their objects do not show.
 */
final class HiddenKeys {

    private static final String KNOWN = "select 1 from SYS.TABLES where TABLE_NAME = ?";

    /** Of each node. */
    private final List<IgniteClient> clients;

    /** Ignite keeps the fields of a type for ever. */
    private final AtomicInteger types = new AtomicInteger();

    HiddenKeys(LocalCluster cluster) {
        this.clients = Arrays.stream(cluster.addresses())
                .map(node -> Ignition.startClient(new ClientConfiguration().setAddresses(node)))
                .toList();
    }

    void create(ContractTable table) {
        LinkedHashMap<String, String> fields = new LinkedHashMap<>();
        table.columns()
                .forEach(column ->
                        fields.put(column.name(), javaClass(column.kind()).getName()));
        Set<String> notNull = table.columns().stream()
                .filter(column -> !column.nullable())
                .map(ContractColumn::name)
                .collect(Collectors.toSet());
        QueryEntity rows = new QueryEntity(Long.class.getName(), "row" + types.incrementAndGet())
                .setTableName(table.name())
                .setFields(fields)
                .setNotNullFields(notNull);
        clients.get(0)
                .createCache(new ClientCacheConfiguration()
                        .setName(cache(table.name()))
                        .setGroupName("hidden")
                        .setBackups(1)
                        .setSqlSchema("PUBLIC")
                        .setSqlEscapeAll(true)
                        .setQueryEntities(rows));
    }

    void drop(String table) {
        clients.get(0).destroyCache(cache(table));
        clients.forEach(node -> awaitDropped(node, table));
    }

    /** The nodes forget it one after the other, and one that has not yet does not make another table of that name. */
    private static void awaitDropped(IgniteClient node, String table) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!node.query(new SqlFieldsQuery(KNOWN).setArgs(table)).getAll().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(table + " is still there");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static String cache(String table) {
        return "hidden_" + Integer.toHexString(table.hashCode());
    }

    private static Class<?> javaClass(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> Boolean.class;
            case SMALLINT -> Short.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case REAL -> Float.class;
            case DOUBLE -> Double.class;
            case TEXT -> String.class;
            case UUID -> UUID.class;
            case DATE -> Date.class;
            case TIMESTAMP -> Timestamp.class;
            case BINARY -> byte[].class;
            default -> throw new UnsupportedOperationException("No class for " + kind);
        };
    }
}
