package dev.dovetail.internal.entity;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.join.Execution;
import dev.dovetail.internal.join.KeyedRows;
import dev.dovetail.internal.model.Join;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The entities that are rows of tables.
 *
 * <p><b>Thread-safety:</b> requests may run while it is renewed.
 */
public final class TableEntities {

    private static final String FIELD = "_entities";

    private final Execution execution;
    private volatile Map<String, List<EntityKey>> keys;

    /**
     * @param joins one for each key, those of a type in the order of their declaration
     */
    public TableEntities(List<Join> joins, Execution execution) {
        this.execution = execution;
        this.keys = byType(joins, execution);
    }

    /** Looks up by another reading of the catalog from here on. */
    public void renew(List<Join> joins) {
        keys = byType(joins, execution);
    }

    private static Map<String, List<EntityKey>> byType(List<Join> joins, Execution execution) {
        return KeyedRows.of(FIELD, joins, execution).stream()
                .map(EntityKey::new)
                .collect(Collectors.groupingBy(EntityKey::typeName));
    }

    /** Whether entities of a type are rows. */
    boolean have(String typeName) {
        return keys.containsKey(typeName);
    }

    /**
     * The row of a representation, or null; found by the first key that it has.
     *
     * @throws FieldFailure if it has none, or none that can be used
     */
    CompletableFuture<@Nullable Object> load(
            String typeName, Map<?, ?> representation, DataFetchingEnvironment environment) {
        List<EntityKey> candidates = keys.getOrDefault(typeName, List.of());
        EntityKey key = first(candidates, candidate -> candidate.isIn(representation));
        if (key == null) {
            // Of a key with a null there is no row.
            key = first(candidates, candidate -> candidate.isNamedBy(representation));
        }
        if (key == null) {
            throw new FieldFailure(
                    ErrorCode.REPRESENTATION_INVALID,
                    "A representation of type " + typeName + " needs " + texts(candidates));
        }
        return key.load(representation, environment);
    }

    private static @Nullable EntityKey first(List<EntityKey> candidates, Predicate<EntityKey> condition) {
        return candidates.stream().filter(condition).findFirst().orElse(null);
    }

    private static String texts(List<EntityKey> candidates) {
        return candidates.stream()
                .map(key -> String.join(" and ", key.fields()))
                .collect(Collectors.joining(", or "));
    }
}
