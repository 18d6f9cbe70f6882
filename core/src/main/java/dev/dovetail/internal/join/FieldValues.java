package dev.dovetail.internal.join;

import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the values of one field of the rows that were found, and says what is looked up next. */
record FieldValues(FieldPlan field, Level.Parents parents) {

    /** The ordinal of a parent without a key. */
    static final int NO_KEY = -1;

    /** The ordinal of a parent that has its value already. */
    static final int SETTLED = -2;

    /** Gives a failure to all parents that have keys. */
    void fail(int[] ordinals, FieldFailure failure) {
        RowsMade none = new RowsMade(field.layout(), new TableRows(0));
        for (int parent = 0; parent < ordinals.length; parent++) {
            if (ordinals[parent] == NO_KEY) {
                parents.join(parent, field.answer().of(List.of(), null, none));
            } else if (ordinals[parent] != SETTLED) {
                parents.join(parent, failure);
            }
        }
    }

    /**
     * Gives all parents their values.
     *
     * @param ordinals by parent, the key that its rows are filed under
     * @param failure what is shown for keys whose rows cannot be had; null when there are none
     * @param branches what was asked of the rows in the same round trip
     * @param next where that is added which has to be asked yet
     */
    void settle(int[] ordinals, TableRows found, @Nullable FieldFailure failure, List<Branch> branches, Level next) {
        RowsMade made = new RowsMade(field.layout(), found);
        @Nullable Object[] values = new @Nullable Object[found.keys()];
        boolean[] known = new boolean[found.keys()];
        for (int parent = 0; parent < ordinals.length; parent++) {
            int ordinal = ordinals[parent];
            if (ordinal == NO_KEY) {
                parents.join(parent, field.answer().of(List.of(), null, made));
            } else if (ordinal != SETTLED) {
                if (!known[ordinal]) {
                    known[ordinal] = true;
                    values[ordinal] =
                            found.failureOf(ordinal) == null ? made.valueOf(field.answer(), ordinal) : failure;
                }
                parents.join(parent, values[ordinal]);
            }
        }
        if (!made.rows().isEmpty()) {
            int[] numbers = made.numbers();
            field.layout()
                    .below()
                    .values()
                    .forEach(below -> follow(below, made.rows(), numbers, found, branches, next));
        }
    }

    private static void follow(
            Below below, List<Row> made, int[] numbers, TableRows found, List<Branch> branches, Level next) {
        for (int i = 0; i < branches.size(); i++) {
            TableRows rows = found.branch(i);
            if (rows != null
                    && rows.failures() == 0
                    && branches.get(i).plan().equals(below.plan().plan())) {
                below.valuesOf(made).settle(numbers, rows, null, branches.get(i).below(), next);
                return;
            }
        }
        next.add(below, made);
    }
}
