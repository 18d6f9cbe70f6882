package dev.dovetail.access;

import dev.dovetail.table.Operator;
import java.util.List;
import java.util.Objects;

/**
 * The rows that a rule lets a caller read, as a predicate over columns, related tables and the caller's session.
 *
 * <pre>{@code
 * RowFilter.any(
 *     RowFilter.column("user_id").eq(SessionVariable.of("user-id")),
 *     RowFilter.related("team", RowFilter.column("public").eq(true)))
 * }</pre>
 *
 * <p>It follows SQL's logic of three values: a comparison with a null is unknown, {@link #not} of unknown is unknown, and
 * a row may be read only when the whole filter is true for it.
 *
 * <p><b>Thread-safety:</b> immutable, as long as the values in it are.
 */
public sealed interface RowFilter {

    /** Begins a comparison of a column, by its database name. */
    static ComparedColumn column(String name) {
        return new ComparedColumn(name);
    }

    /** The rows that all of these filters mean. */
    static RowFilter all(RowFilter... filters) {
        return new All(List.of(filters));
    }

    /** The rows that at least one of these filters means; no row for {@code any()}. */
    static RowFilter any(RowFilter... filters) {
        return new Any(List.of(filters));
    }

    /** The rows for which the filter is false; not those for which it is unknown. */
    static RowFilter not(RowFilter filter) {
        return new Not(filter);
    }

    /**
     * The rows that lead to at least one row of another table which the filter means. The other table's own rules take no
     * part in it.
     *
     * @param relationship the name of a relationship on this table's type
     */
    static RowFilter related(String relationship, RowFilter filter) {
        return new Related(relationship, filter);
    }

    /** See {@link RowFilter#all}. */
    record All(List<RowFilter> filters) implements RowFilter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** See {@link RowFilter#any}. */
    record Any(List<RowFilter> filters) implements RowFilter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** See {@link RowFilter#not}. */
    record Not(RowFilter filter) implements RowFilter {
        public Not {
            Objects.requireNonNull(filter, "filter");
        }
    }

    /** See {@link RowFilter#related}. */
    record Related(String relationship, RowFilter filter) implements RowFilter {
        public Related {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(filter, "filter");
        }
    }

    /**
     * The rows whose column compares with a value.
     *
     * @param value the value itself, or a {@link SessionVariable}
     */
    record Comparison(String column, Operator operator, Object value) implements RowFilter {
        public Comparison {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(value, "a null is found with isNull()");
        }
    }
}
