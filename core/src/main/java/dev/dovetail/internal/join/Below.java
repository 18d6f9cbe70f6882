package dev.dovetail.internal.join;

import dev.dovetail.internal.key.KeyReader;
import java.util.List;

/**
 * A relationship that is selected below the rows of another, and joined with them in advance: when the engine asks for it, it
 * is there.
 *
 * @param slot where rows keep what they are joined to
 * @param fetcher of the relationship's field
 * @param keys reads its keys, as the plan takes them
 * @param plan of that field
 */
record Below(int slot, RelationshipFetcher fetcher, KeyReader keys, FieldPlan plan) {

    /** The values of the field for these rows. */
    FieldValues valuesOf(List<Row> rows) {
        return new FieldValues(plan, (row, value) -> rows.get(row).join(slot, value));
    }
}
