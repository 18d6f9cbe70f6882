package dev.dovetail.internal.action;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.KeyValues;
import dev.dovetail.internal.key.ScalarValues;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.listening.Places;
import dev.dovetail.internal.listening.ValuesReport;
import dev.dovetail.internal.model.ActionJoin;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers one parent by an action: its mapped fields become arguments of a call in the batch of its level. */
public final class ActionRelationshipFetcher extends BatchFetcher<ActionLoad> {

    private volatile ActionJoin join;
    private final KeyValues keys;
    private final Callers callers;
    private final RequestCheck check;
    private final Audience audience;

    /**
     * @param check refuses calls when what is selected of their answers cannot succeed
     * @param audience is told of batches
     */
    public ActionRelationshipFetcher(ActionJoin join, Callers callers, RequestCheck check, Audience audience) {
        super(
                join.name(),
                ErrorCode.ACTION_FAILED,
                new BatchLoaders<>(
                        join.name(), new ActionBatch(join.action(), loads -> report(join, loads, audience))));
        this.join = join;
        this.keys = new KeyValues(join.relationship());
        this.callers = callers;
        this.check = check;
        this.audience = audience;
    }

    private static ValuesReport report(ActionJoin join, Set<ActionLoad> loads, Audience audience) {
        GraphQLContext context = loads.iterator().next().call().environment().getGraphQlContext();
        return ValuesReport.of(join.relationship(), join.name(), loads.size(), context, audience);
    }

    /** Calls by these permissions from here on, which are the same ones by another reading of the catalog. */
    public void renew(ActionJoin renewed) {
        this.join = renewed;
    }

    @Override
    public boolean takesAnySource() {
        return join.relationship().keyFunction() != null;
    }

    @Override
    protected @Nullable Object value(Object source, DataFetchingEnvironment environment) {
        Object[] values = keys.read(source);
        if (values == null) {
            return join.many() ? List.of() : null;
        }
        Session session = callers.session(environment);
        check.checkBelow(environment, session);
        CallRule rule = join.access().rule(session);
        HandlerCall call = HandlerCall.of(join.action(), rule, session, environment, arguments(values));
        Places.ask(join.name(), 1, environment, audience);
        return load(new ActionLoad(call, rule), environment);
    }

    private Map<String, Object> arguments(Object[] values) {
        List<String> names = join.relationship().to();
        if (values.length != names.size()) {
            throw invalid("a key of " + values.length + " value(s) for " + names.size() + " argument(s)");
        }
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            GraphQLScalarType scalar = join.scalars().get(i);
            Object value = scalar == null ? values[i] : ScalarValues.of(values[i], scalar);
            if (value == null) {
                throw invalid("a key that is no value of argument '" + names.get(i) + "'");
            }
            arguments.put(names.get(i), value);
        }
        return arguments;
    }

    private FieldFailure invalid(String what) {
        return new FieldFailure(ErrorCode.JOIN_KEY_INVALID, "Relationship " + join.name() + " has " + what);
    }
}
