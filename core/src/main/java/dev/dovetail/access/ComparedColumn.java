package dev.dovetail.access;

import dev.dovetail.table.Operator;
import java.util.Collection;
import java.util.List;

/**
 * A column, about to be compared. Every value may be a {@link SessionVariable}; where a list of values is wanted, its
 * value is a collection or an array.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class ComparedColumn {

    private final String name;

    ComparedColumn(String name) {
        this.name = name;
    }

    /** Equal to the value, by the database's own equality. */
    public RowFilter eq(Object value) {
        return compare(Operator.EQ, value);
    }

    /** Not equal to the value. */
    public RowFilter neq(Object value) {
        return compare(Operator.NEQ, value);
    }

    /** Greater than the value. */
    public RowFilter gt(Object value) {
        return compare(Operator.GT, value);
    }

    /** Greater than the value or equal to it. */
    public RowFilter gte(Object value) {
        return compare(Operator.GTE, value);
    }

    /** Less than the value. */
    public RowFilter lt(Object value) {
        return compare(Operator.LT, value);
    }

    /** Less than the value or equal to it. */
    public RowFilter lte(Object value) {
        return compare(Operator.LTE, value);
    }

    /** Equal to one of the values. */
    public RowFilter in(Collection<?> values) {
        return compare(Operator.IN, List.copyOf(values));
    }

    /** Equal to one of the variable's values. */
    public RowFilter in(SessionVariable values) {
        return compare(Operator.IN, values);
    }

    /** Equal to none of the values. */
    public RowFilter nin(Collection<?> values) {
        return compare(Operator.NIN, List.copyOf(values));
    }

    /** Equal to none of the variable's values; every row with a value in the column when the variable has none. */
    public RowFilter nin(SessionVariable values) {
        return compare(Operator.NIN, values);
    }

    /** Without a value. */
    public RowFilter isNull() {
        return compare(Operator.IS_NULL, true);
    }

    /** With a value. */
    public RowFilter isNotNull() {
        return compare(Operator.IS_NULL, false);
    }

    /**
     * Compares with any operator that the table's source has for the column: patterns, documents, arrays.
     *
     * @param value a value as {@link Operator} says, or a {@link SessionVariable}
     */
    public RowFilter compare(Operator operator, Object value) {
        return new RowFilter.Comparison(name, operator, value);
    }
}
