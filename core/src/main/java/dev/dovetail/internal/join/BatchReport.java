package dev.dovetail.internal.join;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Cancellation;
import dev.dovetail.internal.listening.Along;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.Place;
import dev.dovetail.internal.listening.Report;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinedAlong;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what becomes of a batch.
 *
 * @param report null where nobody listens
 */
record BatchReport(@Nullable Report report) {

    private static final BatchReport NOBODY = new BatchReport(null);

    /** Tells that a batch starts. */
    static BatchReport of(Level.Batch batch, Audience audience) {
        Plan plan = batch.plan();
        GraphQLContext context = plan.caller().context();
        if (!audience.listens(context)) {
            return NOBODY;
        }
        TableRelationship relationship = plan.join().relationship();
        int keys = batch.keys().size();
        JoinInfo info = new JoinInfo(
                relationship.typeName(),
                relationship.name(),
                plan.query().table().name(),
                plan.operation(),
                keys,
                batch.asked() - keys,
                context);
        List<FieldPlan> fields = batch.fieldPlans();
        return new BatchReport(audience.start(info, () -> paths(fields)));
    }

    /** The request, which tells the statements that are sent for it. */
    TableRequest on(TableRequest request) {
        return report == null ? request : request.reportingTo(report::sent);
    }

    /** Asks the source. */
    CompletionStage<TableRows> loading(Callable<CompletionStage<TableRows>> source) throws Exception {
        return report == null ? source.call() : report.loading(source);
    }

    void finished(TableRows rows, List<Branch> branches) {
        if (report != null) {
            report.finished(
                    ownRows(rows), rows.failures(), along(rows, branches).toList());
        }
    }

    void failed(ErrorCode code, Throwable cause, Cancellation cancellation) {
        if (report != null) {
            report.failed(code, cause, cancellation.getAsBoolean());
        }
    }

    private static long ownRows(TableRows rows) {
        return IntStream.range(0, rows.keys())
                .mapToLong(ordinal -> rows.of(ordinal).size())
                .sum();
    }

    /** A branch with keys that failed is asked for again, in a batch of its own. */
    private static Stream<Along> along(TableRows rows, List<Branch> branches) {
        return IntStream.range(0, branches.size()).boxed().flatMap(place -> {
            TableRows found = rows.branch(place);
            Branch branch = branches.get(place);
            return found == null || found.failures() > 0
                    ? Stream.empty()
                    : Stream.concat(Stream.of(along(found, branch)), along(found, branch.below()));
        });
    }

    private static Along along(TableRows found, Branch branch) {
        JoinedAlong joined = new JoinedAlong(
                branch.plan().join().name(), branch.plan().query().table().name(), found.keys(), ownRows(found));
        return new Along(joined, paths(branch.fields()));
    }

    private static List<String> paths(List<FieldPlan> fields) {
        return fields.stream()
                .map(FieldPlan::place)
                .filter(Objects::nonNull)
                .flatMap(Place::paths)
                .distinct()
                .sorted()
                .toList();
    }
}
