package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.ActionAccess;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import dev.dovetail.session.Session;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls an action's handler and turns its answer, or its failure, into the field's value. */
public final class ActionFetcher implements DataFetcher<@Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ActionFetcher.class);

    private final ActionDefinition action;
    private final ActionAccess access;
    private final ActionHandler handler;
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
        this.callers = callers;
        this.check = check;
    }

    /** Whether not everybody may call. */
    public boolean isRestricted() {
        return access.isRestricted();
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            Session session = callers.session(environment);
            check.checkBelow(environment, session);
            CallRule rule = access.rule(session);
            Object answer = answer(rule, HandlerCall.of(action, rule, session, environment));
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

    private @Nullable Object value(DataFetchingEnvironment environment, @Nullable Object answer) {
        try {
            if (answer instanceof DataFetcherResult<?> result) {
                return result.map(value -> result.hasErrors() && value == null ? null : checked(environment, value));
            }
            return checked(environment, answer);
        } catch (RuntimeException e) {
            return failure(environment, e);
        }
    }

    private @Nullable Object checked(DataFetchingEnvironment environment, @Nullable Object answer) {
        Object plain = JsonTrees.plain(answer);
        OutputFault fault = new OutputCheck(environment).fault(plain, environment.getFieldType());
        if (fault != null) {
            LOG.error("Action {} gave an answer that does not fit its type: {}", action.name(), fault);
            throw new FieldFailure(
                    ErrorCode.ACTION_OUTPUT_INVALID,
                    "The answer of action " + action.name() + " does not fit its type: " + fault);
        }
        return plain;
    }

    private DataFetcherResult<@Nullable Object> failure(DataFetchingEnvironment environment, Throwable error) {
        Throwable cause = Causes.of(error);
        if (cause instanceof FieldFailure failure) {
            return failure.at(environment);
        }
        if (cause instanceof ActionException refusal) {
            return FieldFailure.refusal(environment, refusal);
        }
        LOG.error("Action {} failed", action.name(), cause);
        return new FieldFailure(ErrorCode.ACTION_FAILED, "Action " + action.name() + " failed").at(environment);
    }
}
