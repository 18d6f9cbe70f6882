package dev.dovetail.internal.join;

import dev.dovetail.definition.Limits;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.dataloader.MappedBatchLoader;
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
    private final Limits limits;
    private final Lookups lookups;

    JoinBatch(Join join, Execution execution) {
        this.join = join;
        this.limits = execution.limits();
        this.lookups = new Lookups(execution.executor());
    }

    @Override
    public CompletionStage<Map<JoinLoad, Object>> load(Set<JoinLoad> loads) {
        return Lookups.ofEachPlan(
                this, loads, JoinLoad::plan, plan -> plan.caller().context(), this::answer);
    }

    private CompletionStage<Map<JoinLoad, Object>> answer(Plan plan, List<JoinLoad> loads) {
        List<JoinKey> keys = loads.stream().map(JoinLoad::key).toList();
        RowBudget budget = RowBudget.of(plan.caller().context(), limits.rowsPerRequest());
        TableRequest request = new TableRequest(
                        plan.query(),
                        keys,
                        plan.caller().session(),
                        plan.caller().context())
                .within(budget.remaining(), limits.bytesPerBatch());
        return lookups.start(() -> join.source().load(request)).handle((rows, error) -> {
            if (rows == null) {
                return failed(loads, error == null ? new IllegalStateException("The source gave no rows") : error);
            }
            return budget.spend(count(rows, loads.size()))
                    ? found(plan, loads, rows)
                    : failed(loads, new LimitExceededException(Limit.ROWS));
        });
    }

    private static long count(TableRows rows, int keys) {
        return IntStream.range(0, keys)
                .mapToLong(ordinal -> rows.of(ordinal).size())
                .sum();
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
        FieldFailure failure = failure(loads.size(), Causes.of(error));
        Map<JoinLoad, Object> answers = new HashMap<>(2 * loads.size());
        loads.forEach(load -> answers.put(load, failure));
        return answers;
    }

    private FieldFailure failure(int keys, Throwable cause) {
        if (cause instanceof LimitExceededException exceeded) {
            LOG.warn("Relationship {}: {}", join, exceeded.getMessage());
            return exceeded.limit() == Limit.ROWS
                    ? new FieldFailure(
                            ErrorCode.ROW_LIMIT_EXCEEDED,
                            "Relationship " + join + " has more rows than a request may read")
                    : new FieldFailure(
                            ErrorCode.MEMORY_LIMIT_EXCEEDED,
                            "The rows of relationship " + join + " take more memory than they may");
        }
        if (cause instanceof InvalidValueException) {
            LOG.debug("Relationship {}: {}", join, cause.getMessage(), cause);
            return new FieldFailure(
                    ErrorCode.ARGUMENT_INVALID,
                    "An argument of relationship " + join + " has a value that the database does not take");
        }
        LOG.error(
                "Relationship {}: the lookup of {} key(s) in {} failed",
                join,
                keys,
                join.target().table(),
                cause);
        return cause instanceof TableChangedException
                ? new FieldFailure(ErrorCode.TABLE_CHANGED, "The table of relationship " + join + " has changed")
                : new FieldFailure(ErrorCode.TABLE_LOOKUP_FAILED, "The lookup of relationship " + join + " failed");
    }
}
