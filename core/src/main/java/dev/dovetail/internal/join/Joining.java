package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.KeyReader;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;

/**
 * How a relationship's field is joined, by one reading of the catalog: keys and plans must be of the same one. Compared by
 * identity.
 */
final class Joining {

    private final Join join;
    private final Form form;
    private final KeyReader keys;

    /**
     * @param form in which the field shows what is joined
     */
    Joining(Join join, Form form) {
        this.join = join;
        this.form = form;
        this.keys = new KeyReader(join.relationship(), join.keyColumns());
    }

    Join join() {
        return join;
    }

    Form form() {
        return form;
    }

    /** Reads the keys of parents. */
    KeyReader keys() {
        return keys;
    }

    /**
     * The plan of a field.
     *
     * @throws FieldFailure if the caller may not have what the field asks for
     */
    FieldPlan plan(Execution execution, Caller caller, Asked asked) {
        return new PlanMaker(join, execution, caller, asked).make(form);
    }
}
