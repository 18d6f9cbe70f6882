package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.Column;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows keys have, by the last lookups: one number for each relationship.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class RowCounts {

    /** How many rows a key is taken to have before any was looked up. */
    private static final double USUAL = 10;

    /** What a lookup counts for against those before it. */
    private static final double WEIGHT = 0.2;

    private final Map<Keys, Double> perKey = new ConcurrentHashMap<>();

    private record Keys(TableName table, List<Column> columns) {}

    /** A lookup found these rows. */
    public void found(TableQuery query, int keys, long rows) {
        if (keys > 0 && query.rowsPerKey() > 0 && !query.atMostOneRowPerKey()) {
            perKey.merge(keys(query), (double) rows / keys, (before, now) -> before + WEIGHT * (now - before));
        }
    }

    /** How many rows a query is to be expected to have for a key; aggregates are as good as one. */
    double perKey(TableQuery query) {
        double least = query.aggregates().isEmpty() ? 0 : 1;
        double rows = query.atMostOneRowPerKey() ? 1 : perKey.getOrDefault(keys(query), USUAL);
        return Math.max(least, Math.min(rows, Math.min(query.rows().limit(), query.rowsPerKey())));
    }

    private static Keys keys(TableQuery query) {
        return new Keys(query.table().name(), query.keyColumns());
    }
}
