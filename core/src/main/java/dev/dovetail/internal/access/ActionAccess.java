package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of one action.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param action the action's name
 * @param rules by the role that each is for
 * @param everyone for callers whose role has no rule, or null
 */
public record ActionAccess(
        String action,
        Map<String, CallRule> rules,
        @Nullable CallRule everyone) {

    public ActionAccess {
        rules = Map.copyOf(rules);
    }

    /** Of an action that everybody may call. */
    public static ActionAccess open(String action) {
        return new ActionAccess(action, Map.of(), CallRule.OPEN);
    }

    /** Whether there is anybody who may not call, or not with any arguments. */
    @SuppressWarnings("ReferenceEquality") // there is one rule that means no rule
    public boolean isRestricted() {
        return everyone != CallRule.OPEN;
    }

    /**
     * The rule for a caller.
     *
     * @throws FieldFailure if there is none
     */
    public CallRule rule(Session session) {
        CallRule own = session.role() == null ? null : rules.get(session.role());
        CallRule rule = own != null ? own : everyone;
        if (rule == null) {
            String who = session.role() == null ? "A caller without a role" : "Role '" + session.role() + "'";
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED, who + " may not call action " + action + ", by its permissions");
        }
        return rule;
    }
}
