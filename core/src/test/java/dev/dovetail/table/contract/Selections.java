package dev.dovetail.table.contract;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selections of rows of one table, a part at a time. */
record Selections(Table table, RowSelection rows) {

    static Selections of(Table table) {
        return new Selections(table, RowSelection.ALL);
    }

    Selections where(Filter filter) {
        return with(filter, rows.order(), rows.distinctOn(), rows.after(), rows.before(), rows.offset(), rows.limit());
    }

    Selections by(String column, boolean descending, NullOrder nulls) {
        List<RowOrder> order = new ArrayList<>(rows.order());
        order.add(new RowOrder(new OrderTerm.Of(Kept.column(table, column)), descending, nulls));
        return by(order);
    }

    Selections by(String column) {
        return by(column, false, NullOrder.DEFAULT);
    }

    Selections by(List<RowOrder> order) {
        return with(rows.filter(), order, rows.distinctOn(), rows.after(), rows.before(), rows.offset(), rows.limit());
    }

    Selections distinctOn(String... columns) {
        List<Column> distinct = Kept.columns(table, columns);
        return with(rows.filter(), rows.order(), distinct, rows.after(), rows.before(), rows.offset(), rows.limit());
    }

    Selections between(@Nullable Position after, @Nullable Position before) {
        return with(rows.filter(), rows.order(), rows.distinctOn(), after, before, rows.offset(), rows.limit());
    }

    Selections skip(int offset) {
        return with(rows.filter(), rows.order(), rows.distinctOn(), rows.after(), rows.before(), offset, rows.limit());
    }

    Selections limit(int limit) {
        return with(rows.filter(), rows.order(), rows.distinctOn(), rows.after(), rows.before(), rows.offset(), limit);
    }

    /** All columns of the rows of keys of this column. */
    TableQuery ofEach(String key) {
        return upTo(TableQuery.ALL_ROWS, key);
    }

    TableQuery upTo(int rowsPerKey, String... key) {
        return TableQuery.rows(table, table.columns(), Kept.columns(table, key), rows, rowsPerKey);
    }

    private Selections with(
            Filter filter,
            List<RowOrder> order,
            List<Column> distinctOn,
            @Nullable Position after,
            @Nullable Position before,
            int offset,
            int limit) {
        return new Selections(table, new RowSelection(filter, order, distinctOn, after, before, offset, limit));
    }
}
