package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.JoinKey;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the rows of one table by keys that a client names, one row for each key.
 *
 * <p>A relationship's key comes from an object that the caller has; this one is whatever the caller writes. So it is used
 * like a filter of the caller's: only where the caller may read its columns, or the answer would tell what they hide.
 */
public final class KeyedRows {

    private final Joining joining;
    private final Execution execution;
    private final BatchLoaders<JoinLoad> loaders;

    private KeyedRows(Join join, Execution execution, BatchLoaders<JoinLoad> loaders) {
        this.joining = new Joining(join, Form.ROWS);
        this.execution = execution;
        this.loaders = loaders;
    }

    /**
     * Those of several joins, whose lookups share a loader, so that none waits for another.
     *
     * @param field that is answered with the rows
     */
    public static List<KeyedRows> of(String field, List<Join> joins, Execution execution) {
        BatchLoaders<JoinLoad> loaders = new BatchLoaders<>(field, new JoinBatch(execution));
        return joins.stream()
                .map(join -> new KeyedRows(join, execution, loaders))
                .toList();
    }

    /** By what they are looked up. */
    public Join join() {
        return joining.join();
    }

    /**
     * Asks for the row of a key. Must be called by the data fetcher of the field, in its thread.
     *
     * @param key the values by the names of the key's fields
     * @return the row, or null; fails where the lookup does
     * @throws FieldFailure if the key cannot be one, or the caller may not use it
     */
    public CompletableFuture<@Nullable Object> load(
            Map<String, ? extends @Nullable Object> key, DataFetchingEnvironment environment) {
        FieldPlan plan = Plans.of(environment).plan(joining, execution, environment);
        requireColumns(plan.layout().grant());
        JoinKey read = joining.keys().read(key);
        if (read == null) {
            return CompletableFuture.completedFuture(null);
        }
        plan.ask(1, environment);
        return loaders.load(new JoinLoad(plan, read), environment);
    }

    private void requireColumns(Grant grant) {
        TableType type = join().target();
        for (String field : join().relationship().from()) {
            grant.requireColumn(type.requirePosition(field), type.name() + "." + field);
        }
    }
}
