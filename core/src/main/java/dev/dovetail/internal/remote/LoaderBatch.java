package dev.dovetail.internal.remote;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.ValuesReport;
import dev.dovetail.internal.model.Remote;
import graphql.GraphQLContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the loads that one remote relationship collected on a level of a request: one call of the host's loader for
 * each plan.
 *
 * <p>A load's answer is the field's value, a {@link FieldFailure}, or an {@link ActionException} of the host's. It never
 * fails as a whole, so that each field gets its own error.
 */
final class LoaderBatch implements MappedBatchLoader<RemoteLoad, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(LoaderBatch.class);

    private final Remote remote;
    private final Lookups lookups;
    private final Audience audience;

    /**
     * @param executors find what calls the loader for a request, or null for the thread that completes the level
     */
    LoaderBatch(Remote remote, @Nullable Function<GraphQLContext, Executor> executors, Audience audience) {
        this.remote = remote;
        this.audience = audience;
        this.lookups = new Lookups(executors);
    }

    /** What fields must have in common to share a batch. */
    static Object question(Remote remote, RemotePlan plan) {
        return List.of(remote, plan);
    }

    @Override
    public CompletionStage<Map<RemoteLoad, Object>> load(Set<RemoteLoad> loads) {
        return Lookups.ofEachPlan(
                this, loads, RemoteLoad::plan, plan -> plan.caller().context(), this::answer);
    }

    private CompletionStage<Map<RemoteLoad, Object>> answer(RemotePlan plan, List<RemoteLoad> loads) {
        GraphQLContext context = plan.caller().context();
        ValuesReport report =
                ValuesReport.of(remote.relationship(), question(remote, plan), loads.size(), context, audience);
        return lookups.start(context, () -> report.loading(() -> call(plan, loads)))
                .thenApply(answer -> answers(loads, new LoaderAnswer(remote, answer), report))
                .exceptionally(error -> failed(loads, error, report));
    }

    private static Map<RemoteLoad, Object> answers(List<RemoteLoad> loads, LoaderAnswer answer, ValuesReport report) {
        Map<RemoteLoad, Object> answers = answer.of(loads);
        report.finished(answer.found() - answer.failures(), answer.failures());
        return answers;
    }

    private CompletionStage<@Nullable Map<?, ?>> call(RemotePlan plan, List<RemoteLoad> loads) throws Exception {
        List<Object> keys = loads.stream().map(RemoteLoad::key).toList();
        return remote.loader().load(new KeysOfPlan(plan, keys)).thenApply(answer -> answer);
    }

    private Map<RemoteLoad, Object> failed(List<RemoteLoad> loads, Throwable error, ValuesReport report) {
        Throwable cause = Causes.of(error);
        boolean refused = cause instanceof ActionException;
        if (!refused) {
            LOG.error("Relationship {}: the loader failed for {} key(s)", remote.name(), loads.size(), cause);
        }
        report.failed(refused ? ErrorCode.ACTION_REJECTED : ErrorCode.REMOTE_LOOKUP_FAILED, cause);
        Throwable failure = refused ? cause : failure(remote);
        Map<RemoteLoad, Object> answers = new HashMap<>(2 * loads.size());
        loads.forEach(load -> answers.put(load, failure));
        return answers;
    }

    static FieldFailure failure(Remote remote) {
        return new FieldFailure(
                ErrorCode.REMOTE_LOOKUP_FAILED, "The lookup of relationship " + remote.name() + " failed");
    }
}
