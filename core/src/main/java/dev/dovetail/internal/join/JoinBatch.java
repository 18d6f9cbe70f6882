package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the loads that one relationship collected on a level of a request: one request to its table for each plan.
 *
 * <p>A load's answer is the field's value (a row or a list of rows) or a {@link FieldFailure}; a key without an answer
 * has no row. It never fails as a whole, so that each field gets its own error.
 */
final class JoinBatch implements MappedBatchLoader<JoinLoad, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(JoinBatch.class);

    private final Join join;
    private final Lookups lookups;

    /**
     * @param executor what runs the lookups, or null for the thread that completes the level
     */
    JoinBatch(Join join, @Nullable Executor executor) {
        this.join = join;
        this.lookups = new Lookups(executor);
    }

    @Override
    public CompletionStage<Map<JoinLoad, Object>> load(Set<JoinLoad> loads) {
        return Lookups.ofEachPlan(loads, JoinLoad::plan, this::answer);
    }

    private CompletionStage<Map<JoinLoad, Object>> answer(Plan plan, List<JoinLoad> loads) {
        List<JoinKey> keys = loads.stream().map(JoinLoad::key).toList();
        TableRequest request = new TableRequest(
                plan.query(), keys, plan.caller().session(), plan.caller().context());
        return lookups.start(() -> join.source().load(request))
                .handle((rows, error) -> rows != null
                        ? found(plan, loads, rows)
                        : failed(loads, error == null ? new IllegalStateException("The source gave no rows") : error));
    }

    private Map<JoinLoad, Object> found(Plan plan, List<JoinLoad> loads, TableRows rows) {
        Map<JoinLoad, Object> answers = new HashMap<>(2 * loads.size());
        for (int ordinal = 0; ordinal < loads.size(); ordinal++) {
            Object value = plan.answer().of(rows.of(ordinal), rows.aggregatesOf(ordinal));
            if (value != null) {
                answers.put(loads.get(ordinal), value);
            }
        }
        return answers;
    }

    private Map<JoinLoad, Object> failed(List<JoinLoad> loads, Throwable error) {
        Throwable cause = Causes.of(error);
        LOG.error(
                "Relationship {}: the lookup of {} key(s) in {} failed",
                join,
                loads.size(),
                join.target().table(),
                cause);
        FieldFailure failure = cause instanceof TableChangedException
                ? new FieldFailure(ErrorCode.TABLE_CHANGED, "The table of relationship " + join + " has changed")
                : new FieldFailure(ErrorCode.TABLE_LOOKUP_FAILED, "The lookup of relationship " + join + " failed");
        Map<JoinLoad, Object> answers = new HashMap<>(2 * loads.size());
        loads.forEach(load -> answers.put(load, failure));
        return answers;
    }
}
