package dev.dovetail.internal.join;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a document is answered for one caller: by what plan, and what becomes of its rows.
 *
 * <p>Compared by identity: there is one for each selection and caller of a request.
 */
public final class FieldPlan {

    private final Plan plan;
    private final Map<String, @Nullable Object> arguments;
    private final RowLayout layout;
    private final Answer answer;

    /**
     * @param arguments of the field, which the plan was made of
     */
    FieldPlan(Plan plan, Map<String, @Nullable Object> arguments, RowLayout layout, Answer answer) {
        this.plan = plan;
        this.arguments = arguments;
        this.layout = layout;
        this.answer = answer;
    }

    Plan plan() {
        return plan;
    }

    /** The arguments of the field. */
    Map<String, @Nullable Object> arguments() {
        return arguments;
    }

    /** How the rows look. */
    RowLayout layout() {
        return layout;
    }

    /** What becomes of the rows of a key. */
    Answer answer() {
        return answer;
    }

    /** Whether what was joined by this plan is what a field with another one asks for. */
    boolean serves(FieldPlan other) {
        return plan.equals(other.plan) && answer.isLike(other.answer);
    }
}
