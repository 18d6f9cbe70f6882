package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Aggregate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which aggregates one plan computes, and where their values are: shared by all parents. */
final class AggregateLayout {

    private final TableType type;
    private final Grant grant;
    private final Map<Aggregate, Integer> slots = new HashMap<>();

    AggregateLayout(TableType type, Grant grant, List<Aggregate> aggregates) {
        this.type = type;
        this.grant = grant;
        aggregates.forEach(aggregate -> slots.put(aggregate, slots.size()));
    }

    TableType type() {
        return type;
    }

    Grant grant() {
        return grant;
    }

    /** Where the value of an aggregate is, or null when nothing selected it. */
    @Nullable
    Integer slot(Aggregate aggregate) {
        return slots.get(aggregate);
    }
}
