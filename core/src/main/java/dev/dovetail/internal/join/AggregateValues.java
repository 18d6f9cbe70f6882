package dev.dovetail.internal.join;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
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

        /** The function's value for the column at this position of the table. */
        @Nullable
        Object column(int position) {
            return all.value(
                    Aggregate.of(function, all.layout.type().table().columns().get(position)));
        }
    }

    AggregateLayout layout() {
        return layout;
    }

    /**
     * The value of an aggregate; null for anything but a count where there is no row.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may not read a column of it
     */
    @Nullable
    Object value(Aggregate aggregate) {
        TableType type = layout.type();
        for (Column column : aggregate.columns()) {
            layout.grant()
                    .requireColumn(
                            type.table().position(column.name()), "Column '" + column.name() + "' of " + type.name());
        }
        Integer slot = layout.slot(aggregate);
        if (values == null || slot == null) {
            return aggregate.function() == AggregateFunction.COUNT ? 0 : null;
        }
        return values[slot];
    }
}
