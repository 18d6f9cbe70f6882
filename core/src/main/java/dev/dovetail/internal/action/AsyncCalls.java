package dev.dovetail.internal.action;

import dev.dovetail.async.AsyncActionRequest;
import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.tree.JsonText;
import dev.dovetail.internal.tree.StoredCall;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the calls of an asynchronous action for now: stores each, and answers with its id. */
public final class AsyncCalls implements ActionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AsyncCalls.class);

    private final AsyncPolicy policy;
    private final AsyncActionStore store;

    public AsyncCalls(AsyncPolicy policy, AsyncActionStore store) {
        this.policy = policy;
        this.store = store;
    }

    @Override
    public Object handle(ActionCall call) {
        try {
            return store.enqueue(request(call));
        } catch (RuntimeException e) {
            LOG.error("A call of action {} could not be stored", call.action(), e);
            throw new ActionException(
                    "The call of action " + call.action() + " could not be stored", ErrorCode.ACTION_STORE_FAILED);
        }
    }

    private AsyncActionRequest request(ActionCall call) {
        Map<String, List<String>> headers = policy.headers(call.environment().getGraphQlContext());
        return new AsyncActionRequest(
                call.action(),
                JsonText.write(call.arguments()),
                StoredCall.write(call.session()),
                headers.isEmpty() ? null : JsonText.write(headers));
    }
}
