package dev.dovetail.internal.action;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of what a handler of an action gave, or threw. */
record ActionAnswer(String action) {

    private static final Logger LOG = LoggerFactory.getLogger(ActionAnswer.class);

    /**
     * The value of the action's field.
     *
     * @throws FieldFailure if the answer does not fit the field's type
     */
    @Nullable
    Object value(@Nullable Object answer, DataFetchingEnvironment environment) {
        if (answer instanceof DataFetcherResult<?> result) {
            return result.map(value -> result.hasErrors() && value == null ? null : checked(value, environment));
        }
        return checked(answer, environment);
    }

    private @Nullable Object checked(@Nullable Object answer, DataFetchingEnvironment environment) {
        Object plain = JsonTrees.plain(answer);
        OutputFault fault = new OutputCheck(environment).fault(plain, environment.getFieldType());
        if (fault != null) {
            LOG.error("Action {} gave an answer that does not fit its type: {}", action, fault);
            throw new FieldFailure(ErrorCode.ACTION_OUTPUT_INVALID, fault.message(action));
        }
        return plain;
    }

    /** What clients may hear of a failure: a {@link FieldFailure}, or an {@link ActionException} of the host's. */
    RuntimeException failure(Throwable error) {
        Throwable cause = Causes.of(error);
        if (cause instanceof FieldFailure failure) {
            return failure;
        }
        if (cause instanceof ActionException refusal) {
            return refusal;
        }
        LOG.error("Action {} failed", action, cause);
        return new FieldFailure(ErrorCode.ACTION_FAILED, "Action " + action + " failed");
    }
}
