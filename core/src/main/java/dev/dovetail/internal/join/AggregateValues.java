package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Table;
import org.jspecify.annotations.Nullable;

/** What was computed of the rows of one parent. */
final class AggregateValues {

    private final AggregateLayout layout;
    private final @Nullable Object @Nullable [] values;

    /**
     * @param values null when the parent has no row
     */
    AggregateValues(AggregateLayout layout, @Nullable Object @Nullable [] values) {
        this.layout = layout;
        this.values = values;
    }

    /** The values of one function. */
    record Of(AggregateValues all, AggregateFunction function) {

        /**
         * The function's value for the column at this position of the table; null where there is no row.
         *
         * @throws dev.dovetail.internal.failure.FieldFailure if the caller may not read the column
         */
        @Nullable
        Object column(int position) {
            all.requireColumn(position);
            return all.value(all.layout.slot(function, position));
        }
    }

    AggregateLayout layout() {
        return layout;
    }

    /**
     * The value of a count.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may not read a column of it
     */
    Object count(Aggregate count) {
        Table table = layout.type().table();
        count.columns().forEach(column -> requireColumn(table.position(column.name())));
        Object value = value(layout.slot(count));
        return value == null ? 0 : value;
    }

    private @Nullable Object value(@Nullable Integer slot) {
        return values == null || slot == null ? null : values[slot];
    }

    private void requireColumn(int position) {
        Grant grant = layout.grant();
        if (grant.hides(position)) {
            TableType type = layout.type();
            String column = type.table().columns().get(position).name();
            grant.requireColumn(position, "Column '" + column + "' of " + type.name());
        }
    }
}
