package dev.dovetail.async;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDelivery;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.tree.JsonText;
import dev.dovetail.internal.tree.StoredCall;
import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that a worker delivers, as it was stored. */
record DeliveredCall(String action, Map<String, @Nullable Object> arguments, Session session, ActionDelivery delivery)
        implements ActionCall {

    static DeliveredCall of(AsyncActionClaim claim) {
        AsyncActionRequest request = claim.request();
        return new DeliveredCall(
                request.action(),
                Collections.unmodifiableMap(StoredCall.object(request.arguments())),
                StoredCall.session(request.session()),
                new ActionDelivery(
                        claim.id(),
                        claim.attempt(),
                        claim.leasedAt(),
                        claim.leasedUntil(),
                        StoredCall.headers(request.headers())));
    }

    @Override
    public OperationKind operation() {
        return OperationKind.MUTATION;
    }

    @Override
    public <T> T arguments(Class<T> type) {
        return JsonText.convert(arguments, type, "The arguments of action " + action);
    }

    @Override
    public DataFetchingEnvironment environment() {
        throw new IllegalStateException("Action " + action
                + " is asynchronous: its request is over, and its call has no environment; see delivery()");
    }
}
