package dev.dovetail.internal.remote;

import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.Place;
import dev.dovetail.internal.listening.Places;
import dev.dovetail.internal.listening.Report;
import dev.dovetail.internal.model.Remote;
import dev.dovetail.listener.JoinInfo;
import graphql.GraphQLContext;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what becomes of a call of a loader.
 *
 * @param report null where nobody listens
 */
record LoaderReport(@Nullable Report report) {

    private static final LoaderReport NOBODY = new LoaderReport(null);

    /** What fields must have in common to share a batch. */
    static Object question(Remote remote, RemotePlan plan) {
        return List.of(remote, plan);
    }

    /** Tells that a loader is about to be called. */
    static LoaderReport of(Remote remote, RemotePlan plan, int keys, Audience audience) {
        GraphQLContext context = plan.caller().context();
        Place place = audience.listens(context) ? Places.of(question(remote, plan), context) : null;
        if (place == null) {
            return NOBODY;
        }
        RemoteRelationship relationship = remote.relationship();
        JoinInfo info = new JoinInfo(
                relationship.typeName(),
                relationship.name(),
                null,
                place.operation(),
                keys,
                Math.max(0, place.takeAsked() - keys),
                context);
        return new LoaderReport(
                audience.start(info, () -> place.paths().sorted().toList()));
    }

    /** Calls the loader. */
    <T> T loading(Callable<T> loader) throws Exception {
        return report == null ? loader.call() : report.loading(loader);
    }

    void finished(LoaderAnswer answer) {
        if (report != null) {
            report.finished(answer.found() - answer.failures(), answer.failures(), List.of());
        }
    }

    void failed(ErrorCode code, Throwable cause) {
        if (report != null) {
            report.failed(code, cause, false);
        }
    }
}
