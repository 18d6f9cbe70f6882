package dev.dovetail.internal.access;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.Operator;
import java.util.List;

/** A rule's filter once its columns and relationships were found; lacks only the values of the caller's session. */
public sealed interface RowCondition {

    /**
     * The filter for a caller.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if a variable has no value, or none that the column could have
     */
    Filter filter(Variables variables);

    /** A condition that is the same for every caller. */
    record Fixed(Filter filter) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return filter;
        }
    }

    /** A comparison with a session variable. */
    record Compared(Column column, Operator operator, String variable) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return new Filter.Comparison(column, operator, variables.operand(variable, column, operator));
        }
    }

    /** All of these conditions. */
    record All(List<RowCondition> conditions) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return new Filter.All(variables.filters(conditions));
        }
    }

    /** At least one of these conditions. */
    record Any(List<RowCondition> conditions) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return new Filter.Any(variables.filters(conditions));
        }
    }

    /** The contrary of a condition. */
    record Not(RowCondition condition) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return new Filter.Not(condition.filter(variables));
        }
    }

    /** A condition that a row of another table meets. */
    record Related(Link link, RowCondition condition) implements RowCondition {
        @Override
        public Filter filter(Variables variables) {
            return new Filter.Related(link, condition.filter(variables));
        }
    }
}
