package dev.dovetail.table;

import java.util.List;

/** A value that rows are ordered by. */
public sealed interface OrderTerm {

    /** The type of the value. */
    ColumnType type();

    /** Whether a row may have no value. */
    boolean nullable();

    /** A column of the row itself. */
    record Of(Column column) implements OrderTerm {
        @Override
        public ColumnType type() {
            return column.type();
        }

        @Override
        public boolean nullable() {
            return column.nullable();
        }
    }

    /**
     * A value of the one row that the row leads to; none where there is no such row.
     *
     * @param filter which rows of the target count
     * @param first which of several rows is taken; empty when any will do
     */
    record Related(Link link, Filter filter, List<RowOrder> first, OrderTerm term) implements OrderTerm {
        public Related {
            first = List.copyOf(first);
        }

        @Override
        public ColumnType type() {
            return term.type();
        }

        @Override
        public boolean nullable() {
            return true;
        }
    }

    /**
     * An aggregate of the rows that the row leads to.
     *
     * @param filter which rows of the target count
     */
    record Aggregated(Link link, Filter filter, Aggregate aggregate) implements OrderTerm {
        @Override
        public ColumnType type() {
            return aggregate.type();
        }

        @Override
        public boolean nullable() {
            return aggregate.function() != AggregateFunction.COUNT;
        }
    }
}
