package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A call of an action's handler, made from the environment of its field. */
record HandlerCall(String action, OperationKind operation, Session session, DataFetchingEnvironment environment)
        implements ActionCall {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public Map<String, @Nullable Object> arguments() {
        return Collections.unmodifiableMap(environment.getArguments());
    }

    @Override
    public <T> T arguments(Class<T> type) {
        try {
            return MAPPER.convertValue(arguments(), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The arguments of action " + action + " do not fit " + type, e);
        }
    }
}
