package dev.dovetail.internal.action;

import dev.dovetail.async.AsyncActionState;
import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.error.ActionError;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonText;
import dev.dovetail.internal.tree.StoredCall;
import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what became of an asynchronous action's calls, for those who may know. */
public final class AsyncResults {

    private static final Logger LOG = LoggerFactory.getLogger(AsyncResults.class);

    private final ActionDefinition action;
    private final AsyncPolicy policy;
    private final AsyncActionStore store;
    private final Callers callers;
    private final boolean needsOutput;

    public AsyncResults(ActionDefinition action, AsyncActionStore store, Callers callers) {
        this.action = action;
        this.policy = Objects.requireNonNull(action.asynchronous(), "asynchronous");
        this.store = store;
        this.callers = callers;
        this.needsOutput = action.returns() != null && action.returns().strip().endsWith("!");
    }

    /**
     * The question that a field asks, to be put to the store once or many times.
     *
     * @return gives null when there is no such call, or none that the caller may know of
     * @throws FieldFailure if the caller is unknown; the supplier throws it if the store fails
     */
    Supplier<@Nullable AsyncActionState> question(DataFetchingEnvironment environment) {
        Session reader = StoredCall.stored(callers.session(environment));
        UUID id = id(environment.getArgument("id"));
        return () -> id == null ? null : find(id, reader);
    }

    /** What a client may give depends on the scalar that the host's schema has under the name. */
    private static @Nullable UUID id(@Nullable Object argument) {
        try {
            return argument instanceof UUID id ? id : UUID.fromString(String.valueOf(argument));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable AsyncActionState find(UUID id, Session reader) {
        try {
            AsyncActionState state = store.find(id);
            boolean visible = state != null
                    && state.action().equals(action.name())
                    && policy.isReadable(StoredCall.session(state.session()), reader);
            return visible ? state : null;
        } catch (RuntimeException e) {
            LOG.error("A call of action {} could not be read", action.name(), e);
            throw new FieldFailure(
                    ErrorCode.ACTION_STORE_FAILED, "The call of action " + action.name() + " could not be read");
        }
    }

    /** The object that the client sees. */
    Map<String, @Nullable Object> object(DataFetchingEnvironment environment, AsyncActionState state) {
        Object output = JsonText.read(state.output());
        OutputFault fault = fault(environment, state, output);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", environment.getArgument("id"));
        object.put("created_at", state.createdAt().atOffset(ZoneOffset.UTC));
        object.put("errors", JsonText.read(fault != null ? errors(fault) : errors(state)));
        object.put("output", fault != null ? null : output);
        return object;
    }

    private @Nullable OutputFault fault(
            DataFetchingEnvironment environment, AsyncActionState state, @Nullable Object output) {
        if (state.output() == null) {
            return null;
        }
        OutputFault fault = new OutputCheck(environment).fault(output, outputType(environment));
        if (fault != null) {
            LOG.error("Action {} gave an answer that does not fit its type: {}", action.name(), fault);
        }
        return fault;
    }

    /** That of the field, which has no value at first, is nullable whatever the action declares. */
    private GraphQLOutputType outputType(DataFetchingEnvironment environment) {
        GraphQLObjectType object = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(environment.getFieldType());
        GraphQLOutputType type = object.getFieldDefinition("output").getType();
        return needsOutput && !GraphQLTypeUtil.isNonNull(type) ? GraphQLNonNull.nonNull(type) : type;
    }

    private String errors(OutputFault fault) {
        return errors(ErrorCode.ACTION_OUTPUT_INVALID, fault.message(action.name()));
    }

    private @Nullable String errors(AsyncActionState state) {
        if (state.errors() != null) {
            return state.errors();
        }
        return switch (state.status()) {
            case CANCELLED -> errors(ErrorCode.ACTION_CANCELLED, "Action " + action.name() + " was cancelled");
            case EXPIRED -> errors(ErrorCode.ACTION_EXPIRED, "Action " + action.name() + " came too late");
            default -> null;
        };
    }

    private static String errors(ErrorCode code, String message) {
        return StoredCall.write(List.of(new ActionError(message, Map.of("code", code.code()))));
    }
}
