package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import dev.dovetail.session.Session;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls an action's handler and turns its answer, or its failure, into the field's value. */
public final class ActionFetcher implements DataFetcher<@Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ActionFetcher.class);

    private final ActionDefinition action;
    private final ActionHandler handler;
    private final Callers callers;
    private final RequestCheck check;

    /**
     * @param check refuses the call when what is selected of its answer cannot succeed
     */
    public ActionFetcher(ActionDefinition action, ActionHandler handler, Callers callers, RequestCheck check) {
        this.action = action;
        this.handler = handler;
        this.callers = callers;
        this.check = check;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            Session session = callers.session(environment);
            check.checkBelow(environment, session);
            Object answer = handler.handle(new HandlerCall(action.name(), action.operation(), session, environment));
            if (answer instanceof CompletionStage<?> stage) {
                return stage.handle(
                        (value, error) -> error == null ? value(environment, value) : failure(environment, error));
            }
            return value(environment, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(environment, e);
        } catch (FieldFailure e) {
            return e.at(environment);
        } catch (Exception e) {
            return failure(environment, e);
        }
    }

    private @Nullable Object value(DataFetchingEnvironment environment, @Nullable Object answer) {
        try {
            if (answer instanceof DataFetcherResult<?> result) {
                return result.map(value -> result.hasErrors() && value == null ? null : checked(environment, value));
            }
            return checked(environment, answer);
        } catch (FieldFailure e) {
            return e.at(environment);
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
        if (cause instanceof ActionException refusal) {
            return FieldFailure.refusal(environment, refusal);
        }
        LOG.error("Action {} failed", action.name(), cause);
        return new FieldFailure(ErrorCode.ACTION_FAILED, "Action " + action.name() + " failed").at(environment);
    }
}
