package dev.dovetail.internal.action;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.ActionAccess;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.listening.ValuesReport;
import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;

/** Puts a call of an action into the batch of the calls that its request makes at once. */
public final class BatchActionFetcher extends BatchFetcher<ActionLoad> implements PermittedFetcher {

    private final ActionDefinition action;
    private volatile ActionAccess access;
    private final Callers callers;
    private final RequestCheck check;

    /**
     * @param access who may call
     * @param check refuses the call when what is selected of its answer cannot succeed
     */
    public BatchActionFetcher(ActionDefinition action, ActionAccess access, Callers callers, RequestCheck check) {
        super(
                action.name(),
                ErrorCode.ACTION_FAILED,
                new BatchLoaders<>("action " + action.name(), new ActionBatch(action, loads -> ValuesReport.NOBODY)));
        this.action = action;
        this.access = access;
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
    public boolean takesAnySource() {
        return true;
    }

    @Override
    protected Object value(Object source, DataFetchingEnvironment environment) {
        Session session = callers.session(environment);
        check.checkBelow(environment, session);
        CallRule rule = access.rule(session);
        HandlerCall call = HandlerCall.of(action, rule, session, environment, Map.of());
        return load(new ActionLoad(call, rule), environment);
    }
}
