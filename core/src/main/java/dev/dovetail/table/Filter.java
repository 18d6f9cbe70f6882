package dev.dovetail.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of a table are meant. Filters are equal when they mean the same in the same way.
 *
 * <p>They follow SQL's logic of three values: a comparison with null is unknown, {@link Not} of unknown is unknown, and a
 * row is meant only when the whole filter is true for it.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public sealed interface Filter {

    /** Every row. */
    Filter EVERYTHING = new All(List.of());

    /** No row. */
    Filter NOTHING = new Any(List.of());

    /** The rows that both filters mean; as flat as can be. */
    static Filter both(Filter first, Filter second) {
        List<Filter> all = new ArrayList<>();
        all.addAll(first instanceof All some ? some.filters() : List.of(first));
        all.addAll(second instanceof All some ? some.filters() : List.of(second));
        return all.size() == 1 ? all.get(0) : new All(all);
    }

    /** The rows that all of these filters mean; every row when there is none. */
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** The rows that at least one of these filters means; no row when there is none. */
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** The rows for which the filter is false. */
    record Not(Filter filter) implements Filter {}

    /**
     * The rows whose column compares with a value.
     *
     * @param value of the Java class that the operator says: for most, the class that {@link ColumnKind} names for the
     *     column; a {@link List} of these for {@link Operator#IN} and {@link Operator#NIN}
     */
    record Comparison(Column column, Operator operator, Object value) implements Filter {}

    /** The rows that lead to at least one row of another table which its own filter means. */
    record Related(Link link, Filter filter) implements Filter {}

    /**
     * A filter that only the table's source understands. It stands alone or directly in an {@link All} at the top of a
     * query's, or a {@link Related}'s, filter. Implementations must have {@code equals} by what they mean.
     */
    non-sealed interface Native extends Filter {}
}
