package dev.dovetail.internal.join;

import dev.dovetail.definition.Limits;
import dev.dovetail.internal.batch.Cancellation;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a level, then the one below it, until there is nothing more to join: one request for each plan of a level, all at
 * the same time where there is an executor.
 */
final class Levels {

    private final Limits limits;
    private final Lookups lookups;
    private final CatalogWatch catalog;
    private final Audience audience;

    Levels(Execution execution) {
        this.limits = execution.limits();
        this.lookups = new Lookups(execution.executors());
        this.catalog = execution.catalog();
        this.audience = execution.audience();
    }

    /** Completes when all parents have their values. */
    CompletionStage<Void> load(Level level) {
        CompletableFuture<Level> next = CompletableFuture.completedFuture(new Level());
        for (Level.Batch batch : level.batches()) {
            List<Branch> branches = Branch.of(batch.plan(), batch.fieldPlans());
            next = next.thenCombine(rows(batch, branches), (below, found) -> {
                settle(batch, branches, found, below);
                return below;
            });
        }
        return next.thenCompose(
                below -> below.batches().isEmpty() ? CompletableFuture.completedFuture(null) : load(below));
    }

    private static void settle(Level.Batch batch, List<Branch> branches, Found found, Level below) {
        for (Level.Field field : batch.fields()) {
            if (found.rows() != null) {
                field.values().settle(field.ordinals(), found.rows(), found.failure(), branches, below);
            } else if (found.failure() != null) {
                field.values().fail(field.ordinals(), found.failure());
            }
        }
    }

    private CompletionStage<Found> rows(Level.Batch batch, List<Branch> branches) {
        if (batch.keys().isEmpty()) {
            return CompletableFuture.completedFuture(new Found(new TableRows(0), null));
        }
        Plan plan = batch.plan();
        RowBudget budget = RowBudget.of(plan.caller().context(), limits.rowsPerRequest());
        Cancellation cancellation = Cancellation.of(plan.caller().context());
        BatchReport report = BatchReport.of(batch, audience);
        TableRequest request = report.on(new TableRequest(
                        plan.query(),
                        batch.keys(),
                        plan.caller().session(),
                        plan.caller().context())
                .partOf(plan.operation())
                .within(budget.remaining(), limits.bytesPerBatch())
                .with(branches.stream()
                        .map(branch -> branch.told(plan.join().target()))
                        .toList())
                .cancelledWhen(cancellation));
        return lookups.start(plan.caller().context(), () -> report.loading(() -> load(request, plan, cancellation)))
                .handle((rows, error) -> {
                    if (rows == null) {
                        return failed(batch, report, error == null ? noRows() : error);
                    }
                    if (!budget.spend(rows.count())) {
                        return failed(batch, report, new LimitExceededException(Limit.ROWS));
                    }
                    report.finished(rows, branches);
                    return new Found(rows, failureOfSome(batch, rows));
                });
    }

    private static IllegalStateException noRows() {
        return new IllegalStateException("The source gave no rows");
    }

    private static CompletionStage<TableRows> load(TableRequest request, Plan plan, Cancellation cancellation) {
        cancellation.check();
        return plan.join().source().load(request);
    }

    private Found failed(Level.Batch batch, BatchReport report, Throwable error) {
        Plan plan = batch.plan();
        Throwable cause = Causes.of(error);
        if (cause instanceof TableChangedException) {
            catalog.tableChanged();
        }
        Cancellation cancellation = Cancellation.of(plan.caller().context());
        FieldFailure failure = cancellation.getAsBoolean()
                ? LookupFailures.cancelled(plan.join(), cause)
                : LookupFailures.of(plan.join(), batch.keys().size(), cause);
        report.failed(failure.code(), cause, cancellation);
        return new Found(null, failure);
    }

    private static @Nullable FieldFailure failureOfSome(Level.Batch batch, TableRows rows) {
        return rows.failures() == 0 ? null : LookupFailures.ofSome(batch.plan().join(), rows);
    }

    /** The rows, or else why there are none; or both, where it is so for some keys alone. */
    private record Found(@Nullable TableRows rows, @Nullable FieldFailure failure) {}
}
