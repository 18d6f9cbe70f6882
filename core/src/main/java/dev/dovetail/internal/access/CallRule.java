package dev.dovetail.internal.access;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permission of one role to call one action, once its tables were found.
 *
 * @param name what messages call the permission
 * @param presets by the argument that each is for
 * @param conditions what must hold of a call
 * @param rows what must be there
 */
public record CallRule(
        String name, Map<String, Preset> presets, List<Predicate<ActionCall>> conditions, List<RowCheck> rows) {

    /** Of an action without permissions. */
    public static final CallRule OPEN = new CallRule("", Map.of(), List.of(), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(CallRule.class);

    public CallRule {
        presets = Map.copyOf(presets);
        conditions = List.copyOf(conditions);
        rows = List.copyOf(rows);
    }

    /**
     * Sets the arguments that the caller does not choose.
     *
     * @throws FieldFailure if the session lacks a variable, or has a value that the argument cannot have
     */
    public void preset(Map<String, @Nullable Object> arguments, Session session) {
        Variables variables = new Variables(session, name);
        presets.forEach((argument, preset) -> arguments.put(argument, preset.value(variables)));
    }

    /** Completes when the call may be made, or fails with a {@link FieldFailure}. */
    public CompletionStage<?> check(ActionCall call) {
        CompletionStage<?> checked = CompletableFuture.completedFuture(true);
        try {
            if (!conditions.stream().allMatch(condition -> condition.test(call))) {
                return CompletableFuture.failedFuture(refused());
            }
            for (RowCheck row : rows) {
                checked = checked.thenCompose(before -> row.find(call)).thenAccept(this::require);
            }
        } catch (FieldFailure failure) {
            return CompletableFuture.failedFuture(failure);
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
            return CompletableFuture.failedFuture(refused());
        }
        return checked;
    }

    private void require(boolean found) {
        if (!found) {
            throw refused();
        }
    }

    private FieldFailure refused() {
        return new FieldFailure(ErrorCode.ACCESS_DENIED, "The call is refused by " + name);
    }
}
