package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.internal.access.ActionAccess;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls an action's handler and turns its answer, or its failure, into the field's value. */
public final class ActionFetcher implements DataFetcher<@Nullable Object>, PermittedFetcher {

    private final ActionDefinition action;
    private volatile ActionAccess access;
    private final ActionHandler handler;
    private final ActionAnswer answer;
    private final Callers callers;
    private final RequestCheck check;

    /**
     * @param access who may call
     * @param check refuses the call when what is selected of its answer cannot succeed
     */
    public ActionFetcher(
            ActionDefinition action, ActionAccess access, ActionHandler handler, Callers callers, RequestCheck check) {
        this.action = action;
        this.access = access;
        this.handler = handler;
        this.answer = new ActionAnswer(action.name());
        this.callers = callers;
        this.check = check;
    }

    @Override
    public boolean isRestricted() {
        return access.isRestricted();
    }

    @Override
    public void renew(ActionAccess renewed) {
        this.access = renewed;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            Session session = callers.session(environment);
            check.checkBelow(environment, session);
            CallRule rule = access.rule(session);
            Object answer = answer(rule, HandlerCall.of(action, rule, session, environment, Map.of()));
            if (answer instanceof CompletionStage<?> stage) {
                return stage.handle(
                        (value, error) -> error == null ? value(environment, value) : failure(environment, error));
            }
            return value(environment, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(environment, e);
        } catch (Exception e) {
            return failure(environment, e);
        }
    }

    /** Without a stage where nothing is to be checked, for the sake of engines that go on at once. */
    private @Nullable Object answer(CallRule rule, HandlerCall call) throws Exception {
        if (rule.conditions().isEmpty() && rule.rows().isEmpty()) {
            return handler.handle(call);
        }
        return rule.check(call).thenCompose(allowed -> staged(call));
    }

    private CompletionStage<@Nullable Object> staged(HandlerCall call) {
        try {
            Object answer = handler.handle(call);
            return answer instanceof CompletionStage<?> stage
                    ? stage.thenApply(value -> value)
                    : CompletableFuture.completedFuture(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private @Nullable Object value(DataFetchingEnvironment environment, @Nullable Object given) {
        try {
            return answer.value(given, environment);
        } catch (RuntimeException e) {
            return failure(environment, e);
        }
    }

    private DataFetcherResult<@Nullable Object> failure(DataFetchingEnvironment environment, Throwable error) {
        return FieldFailure.shown(answer.failure(error), environment);
    }
}
