package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.Table;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * How a database writes what statements of every shape are made of. Whatever stands for a value may be a {@link Slot}.
 *
 * <p>What a database does silently in another way than others is written here in the way of all.
 */
public interface Expressions {

    /** A parameter of the column's own type, which decides by what equality it is compared. */
    Field<Object> value(ColumnType type, Object value);

    /** A {@link Long} of the request's; no part of the text, for the sake of prepared statements. */
    Field<Long> number(Object number);

    /**
     * All keys of a batch as a table named {@link Keys#KEYS}: {@link Keys#ORDINAL}, which counts from 1 in the order of
     * the request, and {@link Keys#keyName} for each column. One parameter, or one for each column, carries the keys, so
     * that one text serves every batch size.
     *
     * @param columns the columns that the keys are compared with
     * @param values what there is for a slot
     */
    org.jooq.Table<?> keys(List<Column> columns, Function<Slot, Object> values);

    /**
     * A comparison as values of a type compare.
     *
     * @param column the table's own, which stands on the left, where its collation counts in every database
     * @param symbol one of {@code = <> < <= > >=}
     */
    Condition compare(ColumnType type, Field<Object> column, String symbol, Field<Object> value);

    /** A comparison of a filter. */
    Condition comparison(Field<Object> column, Filter.Comparison comparison);

    /** A column as it compares with others of its type. */
    default Field<Object> comparable(ColumnType type, Field<Object> column) {
        return column;
    }

    /** A column of another type as if it was of this one. */
    Field<Object> cast(Field<Object> column, ColumnType type);

    /** A column of any type as the text that the database prints for it. */
    Field<Object> text(Field<Object> column);

    /** An aggregate as the double that rows carry of it. */
    Field<Object> rounded(Field<Object> aggregate);

    /**
     * An aggregate of the rows of a select.
     *
     * @param columns where the select has the columns of the table
     */
    Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns);

    /**
     * A value as the results carry it for the dialect's readers: where drivers would lose or change something of it.
     *
     * @param type the type of the value, which may be a column's or an order's
     */
    default Field<Object> result(ColumnType type, Field<Object> value) {
        return value;
    }

    /** Whether rows of such values compare as a whole, {@code (a, b) < (c, d)}, and an index serves that. */
    boolean comparesRows(ColumnType type);

    /** Whether an offset counts within other selects only where there is a limit as well. */
    default boolean offsetNeedsLimit() {
        return false;
    }

    /** Whether there is {@code distinct on}. */
    boolean hasDistinctOn();

    /** True, unless the filter's values are refused whatever rows there are; to be asked of no row. */
    default Condition check(Table table, Filter filter) {
        return DSL.noCondition();
    }

    /** An order by a value. Nulls are larger than all values unless the order says otherwise. */
    default SortField<Object> sorted(RowOrder by, Field<Object> value) {
        SortField<Object> sorted = by.descending() ? value.desc() : value.asc();
        if (!by.term().nullable()) {
            return sorted;
        }
        return nullsAreLast(by) ? sorted.nullsLast() : sorted.nullsFirst();
    }

    /** Whether nulls come behind all values in an order. */
    static boolean nullsAreLast(RowOrder by) {
        return by.nulls() == NullOrder.DEFAULT ? !by.descending() : by.nulls() == NullOrder.LAST;
    }
}
