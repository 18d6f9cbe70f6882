package dev.dovetail.internal.remote;

import dev.dovetail.definition.RemoteBatch;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a loader sees of the loads of one plan. */
record KeysOfPlan(RemotePlan plan, List<Object> distinct) implements RemoteBatch {

    @Override
    @SuppressWarnings("unchecked") // the mapped field's type says the class, the caller knows it
    public <K> List<K> keys() {
        return (List<K>) distinct;
    }

    @Override
    public Map<String, @Nullable Object> arguments() {
        return plan.arguments();
    }

    @Override
    public Session session() {
        return plan.caller().session();
    }

    @Override
    public GraphQLContext context() {
        return plan.caller().context();
    }
}
