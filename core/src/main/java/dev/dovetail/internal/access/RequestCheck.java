package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot succeed before an action's handler runs: relationships that are nested too deeply, and those to
 * tables whose access rule needs a variable that the caller's session lacks.
 *
 * <p>Fields are known by their names and not by their data fetchers, which frameworks wrap.
 *
 * <p><b>Thread-safety:</b> safe for use by many threads.
 */
public final class RequestCheck {

    private final int depth;
    private final Map<FieldCoordinates, TableAccess> relationships = new ConcurrentHashMap<>();
    private volatile boolean readsSession;

    /**
     * @param depth how deeply relationships may be nested
     */
    public RequestCheck(int depth) {
        this.depth = depth;
    }

    /** Says that a field is a relationship to a table with these rules, in a schema that was extended. */
    public void learn(FieldCoordinates field, TableAccess target) {
        relationships.put(field, target);
        if (target.readsSession()) {
            readsSession = true;
        }
    }

    /** Says the rules of a relationship anew, if they were said before. */
    public void relearn(FieldCoordinates field, TableAccess target) {
        relationships.replace(field, target);
    }

    /**
     * Checks an operation before it begins.
     *
     * @param caller gives the session, or null when it is not known yet; asked only where a rule reads sessions
     * @throws AbortExecutionException with an error for each field that cannot succeed
     */
    public void checkOperation(Supplier<ExecutableNormalizedOperation> operation, Supplier<@Nullable Session> caller) {
        Session session = readsSession ? caller.get() : null;
        if (session == null && depth == Integer.MAX_VALUE) {
            return;
        }
        Walk walk = new Walk(session);
        ExecutableNormalizedOperation normalized = operation.get();
        walk.visit(Selection.OfOperation.all(normalized, normalized.getTopLevelFields()), List.of(), 0);
        if (!walk.errors.isEmpty()) {
            throw new AbortExecutionException(walk.errors);
        }
    }

    /**
     * Checks what is selected of the value of a field that is about to be fetched; its depth was checked before.
     *
     * @throws FieldFailure if something cannot succeed
     */
    public void checkBelow(DataFetchingEnvironment environment, Session session) {
        if (readsSession) {
            checkBelow(Selection.OfField.all(environment.getSelectionSet().getImmediateFields()), session);
        }
    }

    private void checkBelow(List<? extends Selection> fields, Session session) {
        for (Selection field : fields) {
            targets(field).forEach(target -> target.checkSession(session));
            checkBelow(field.below(), session);
        }
    }

    private List<TableAccess> targets(Selection field) {
        return field.objectTypes().stream()
                .map(type -> FieldCoordinates.coordinates(type, field.name()))
                .flatMap(coordinates -> Stream.ofNullable(relationships.get(coordinates)))
                .toList();
    }

    /** One walk through an operation. */
    private final class Walk {

        private final @Nullable Session session;
        private final List<GraphQLError> errors = new ArrayList<>();

        Walk(@Nullable Session session) {
            this.session = session;
        }

        /**
         * @param above how many relationships lead here
         */
        void visit(List<? extends Selection> fields, List<Object> path, int above) {
            for (Selection field : fields) {
                List<Object> here = new ArrayList<>(path);
                here.add(field.key());
                List<TableAccess> targets = targets(field);
                try {
                    int nested = targets.isEmpty() ? above : above + 1;
                    check(targets, nested);
                    visit(field.below(), here, nested);
                } catch (FieldFailure failure) {
                    errors.add(failure.at(here, field.location()));
                }
            }
        }

        private void check(List<TableAccess> targets, int nested) {
            if (nested > depth) {
                throw new FieldFailure(
                        ErrorCode.DEPTH_LIMIT_EXCEEDED, "Relationships may not be nested more than " + depth + " deep");
            }
            if (session != null) {
                targets.forEach(target -> target.checkSession(session));
            }
        }
    }
}
