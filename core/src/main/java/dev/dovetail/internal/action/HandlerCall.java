package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.tree.JsonText;
import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of an action's handler, made from the environment of its field. */
record HandlerCall(
        String action,
        OperationKind operation,
        Map<String, @Nullable Object> arguments,
        Session session,
        DataFetchingEnvironment environment)
        implements ActionCall {

    /**
     * The call of a caller whom the action's permissions name, with the arguments that these set.
     *
     * @param mapped the arguments that a relationship sets
     */
    static HandlerCall of(
            ActionDefinition action,
            CallRule rule,
            Session session,
            DataFetchingEnvironment environment,
            Map<String, ?> mapped) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(environment.getArguments());
        arguments.putAll(mapped);
        rule.preset(arguments, session);
        return new HandlerCall(
                action.name(), action.operation(), Collections.unmodifiableMap(arguments), session, environment);
    }

    @Override
    public <T> T arguments(Class<T> type) {
        return JsonText.convert(arguments(), type, "The arguments of action " + action);
    }
}
