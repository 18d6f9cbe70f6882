package dev.dovetail.internal.listening;

import dev.dovetail.definition.Relationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.listener.JoinInfo;
import graphql.GraphQLContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what becomes of a batch that asks for values instead of rows: of a service, or of an action.
 *
 * @param report null where nobody listens
 */
public record ValuesReport(@Nullable Report report) {

    /** Tells nobody. */
    public static final ValuesReport NOBODY = new ValuesReport(null);

    /**
     * Tells that a batch is about to be asked.
     *
     * @param question as its fields said to {@link Places}
     * @param keys how many there are, each once
     */
    public static ValuesReport of(
            Relationship relationship, Object question, int keys, GraphQLContext context, Audience audience) {
        Place place = audience.listens(context) ? Places.of(question, context) : null;
        if (place == null) {
            return NOBODY;
        }
        JoinInfo info = new JoinInfo(
                relationship.typeName(),
                relationship.name(),
                null,
                place.operation(),
                keys,
                Math.max(0, place.takeAsked() - keys),
                context);
        return new ValuesReport(
                audience.start(info, () -> place.paths().sorted().toList()));
    }

    /** Asks, within the scopes of those who listen. */
    public <T> T loading(Callable<T> source) throws Exception {
        return report == null ? source.call() : report.loading(source);
    }

    /**
     * The answers are there.
     *
     * @param values how many keys have one
     * @param failures how many failed on their own
     */
    public void finished(int values, int failures) {
        if (report != null) {
            report.finished(values, failures, List.of());
        }
    }

    /**
     * The answers are there.
     *
     * @param answers of the keys that have one: a value, or the exception that is shown instead
     */
    public void finished(Collection<?> answers) {
        if (report != null) {
            int failures =
                    (int) answers.stream().filter(Throwable.class::isInstance).count();
            finished(answers.size() - failures, failures);
        }
    }

    /** All failed together. */
    public void failed(ErrorCode code, Throwable cause) {
        if (report != null) {
            report.failed(code, cause, false);
        }
    }
}
