package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which aggregates one plan computes, and where their values are: shared by all parents. */
final class AggregateLayout {

    private final TableType type;
    private final Grant grant;
    private final Map<Aggregate, Integer> counts = new HashMap<>();
    private final Map<AggregateFunction, @Nullable Integer[]> slots = new EnumMap<>(AggregateFunction.class);

    AggregateLayout(TableType type, Grant grant, List<Aggregate> aggregates) {
        this.type = type;
        this.grant = grant;
        for (int slot = 0; slot < aggregates.size(); slot++) {
            place(aggregates.get(slot), slot);
        }
    }

    private void place(Aggregate aggregate, int slot) {
        if (aggregate.function() == AggregateFunction.COUNT) {
            counts.put(aggregate, slot);
        } else {
            Table table = type.table();
            int position = table.position(aggregate.columns().get(0).name());
            slots.computeIfAbsent(
                            aggregate.function(),
                            function -> new @Nullable Integer[table.columns().size()])[position] = slot;
        }
    }

    TableType type() {
        return type;
    }

    Grant grant() {
        return grant;
    }

    /** Where a count is, or null when nothing selected it. */
    @Nullable
    Integer slot(Aggregate count) {
        return counts.get(count);
    }

    /** Where a function's value for the column at this position of the table is, or null when nothing selected it. */
    @Nullable
    Integer slot(AggregateFunction function, int position) {
        @Nullable Integer[] ofFunction = slots.get(function);
        return ofFunction == null ? null : ofFunction[position];
    }
}
