package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.arguments.Caller;
import graphql.language.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call that a batch is to make. Calls are equal, and made once, when the same fields of the document make them for
 * the same caller with the same arguments.
 */
final class ActionLoad {

    private final HandlerCall call;
    private final CallRule rule;
    private final Map<String, @Nullable Object> arguments;
    private final Caller caller;
    private final List<Field> fields;

    ActionLoad(HandlerCall call, CallRule rule) {
        this.call = call;
        this.rule = rule;
        this.arguments = call.arguments();
        this.caller = new Caller(call.session(), call.environment().getGraphQlContext());
        this.fields = call.environment().getMergedField().getFields();
    }

    HandlerCall call() {
        return call;
    }

    ActionCall asCall() {
        return call;
    }

    CallRule rule() {
        return rule;
    }

    /** Nodes of a document are equal when they are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActionLoad that
                && arguments.equals(that.arguments)
                && caller.equals(that.caller)
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(arguments, caller, fields);
    }
}
