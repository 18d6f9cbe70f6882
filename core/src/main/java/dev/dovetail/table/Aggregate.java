package dev.dovetail.table;

import java.util.List;

/**
 * A value computed of the rows of one key.
 *
 * @param function what is computed
 * @param columns of what: exactly one column, except for {@link AggregateFunction#COUNT}, which counts the rows in which
 *     none of the columns is null, and with no column all rows
 * @param distinct whether rows that agree in all of the columns count once; false where there is no column
 */
public record Aggregate(AggregateFunction function, List<Column> columns, boolean distinct) {

    public Aggregate {
        columns = List.copyOf(columns);
    }

    /** The number of rows. */
    public static Aggregate count() {
        return new Aggregate(AggregateFunction.COUNT, List.of(), false);
    }

    /** A function of one column. */
    public static Aggregate of(AggregateFunction function, Column column) {
        return new Aggregate(function, List.of(column), false);
    }

    /**
     * The type of the value. Sums are wide enough not to overflow; the name of the type in SQL is of no meaning where the
     * kind is not the column's own.
     */
    public ColumnType type() {
        return switch (function) {
            case COUNT -> ColumnType.of(ColumnKind.BIGINT, "");
            case MIN, MAX -> columns.get(0).type();
            case SUM -> sum(columns.get(0).type());
            default -> ColumnType.of(ColumnKind.DOUBLE, "");
        };
    }

    private static ColumnType sum(ColumnType column) {
        return switch (column.kind()) {
            case SMALLINT, INTEGER -> ColumnType.of(ColumnKind.BIGINT, "");
            case BIGINT -> ColumnType.of(ColumnKind.DECIMAL, "");
            default -> column;
        };
    }
}
