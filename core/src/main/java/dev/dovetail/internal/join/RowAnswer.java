package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one row of an object relationship. */
record RowAnswer(Join join) implements Answer {

    @Override
    public @Nullable Object of(
            List<@Nullable Object[]> rows, @Nullable Object @Nullable [] aggregates, RowMaker maker) {
        if (rows.isEmpty()) {
            return null;
        }
        if (rows.size() > 1 && !join.takesFirst()) {
            return new FieldFailure(
                    ErrorCode.RELATIONSHIP_AMBIGUOUS, "Relationship " + join.name() + " matches several rows");
        }
        return maker.row(0, rows.get(0));
    }
}
