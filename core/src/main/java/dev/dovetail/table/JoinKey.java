package dev.dovetail.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a parent is joined by, one for each key column, already of the columns' kinds.
 *
 * <p>Keys are equal when their values are; a batch holds each key once. Which rows match a key is the database's
 * decision alone, so two keys that differ here may match the same rows (as text in a case-insensitive column does).
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class JoinKey {

    private final Object[] values;
    private final int hash;

    private JoinKey(Object[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /**
     * A key of these values.
     *
     * @param values one value for each key column, in their order, none null; the Java classes are those of
     *     {@link ColumnKind}
     */
    public static JoinKey of(Object... values) {
        return new JoinKey(values.clone());
    }

    /** The value for the key column at this position. */
    public Object value(int position) {
        return values[position];
    }

    /** All values, in the order of the key columns. */
    public List<Object> values() {
        return List.of(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof JoinKey that && hash == that.hash && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The number of values only: keys are data and do not belong in logs. */
    @Override
    public String toString() {
        return "JoinKey[" + values.length + "]";
    }
}
