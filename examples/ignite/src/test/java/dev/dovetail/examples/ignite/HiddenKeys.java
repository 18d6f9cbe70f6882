package dev.dovetail.examples.ignite;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.QueryEntity;
import org.apache.ignite.client.ClientCacheConfiguration;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/**
 * Tables whose columns are not their rows' keys: every row of Ignite's has a key, which SQL asks for, and caches that
 * hosts made for their objects do not show.
 */
final class HiddenKeys {

    private final IgniteClient client;

    /** Ignite keeps the fields of a type for ever. */
    private final AtomicInteger types = new AtomicInteger();

    HiddenKeys(LocalCluster cluster) {
        this.client = Ignition.startClient(new ClientConfiguration().setAddresses(cluster.addresses()));
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
        client.createCache(new ClientCacheConfiguration()
                .setName(cache(table.name()))
                .setGroupName("hidden")
                .setBackups(1)
                .setSqlSchema("PUBLIC")
                .setSqlEscapeAll(true)
                .setQueryEntities(rows));
    }

    void drop(String table) {
        client.destroyCache(cache(table));
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
