package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.Filter;
import dev.dovetail.table.TableQuery;
import java.util.BitSet;

/**
 * What one caller may read of one table: the table's access rule with the caller's session variables in it.
 *
 * <p>Grants are equal when they allow the same.
 *
 * @param rule what messages call the rule
 * @param filter the rows that the caller may read
 * @param hidden the positions in the table of the columns that the caller may not read
 * @param limit how many rows a relationship gives for one parent, or {@link TableQuery#ALL_ROWS}
 * @param aggregates whether the caller may ask for aggregates
 */
public record Grant(String rule, Filter filter, BitSet hidden, int limit, boolean aggregates) {

    /** Everything. */
    public static final Grant ALL = new Grant("", Filter.EVERYTHING, new BitSet(), TableQuery.ALL_ROWS, true);

    /** Whether the caller may not read the column at this position of the table. */
    public boolean hides(int position) {
        return hidden.get(position);
    }

    /**
     * Makes sure that a column is not hidden.
     *
     * @param position of the column in the table
     * @param subject what the message calls the column
     * @throws FieldFailure if it is
     */
    public void requireColumn(int position, String subject) {
        if (hides(position)) {
            throw new FieldFailure(ErrorCode.ACCESS_DENIED, subject + " may not be read, by " + rule);
        }
    }

    /**
     * Makes sure that aggregates are allowed.
     *
     * @param subject what the message calls the table
     * @throws FieldFailure if they are not
     */
    public void requireAggregates(String subject) {
        if (!aggregates) {
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED, "Aggregates of " + subject + " may not be read, by " + rule);
        }
    }
}
