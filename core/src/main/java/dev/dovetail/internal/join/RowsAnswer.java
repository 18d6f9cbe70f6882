package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an array relationship.
 *
 * @param most how many rows a parent may have
 */
record RowsAnswer(Join join, RowLayout layout, int most) implements Answer {

    @Override
    public Object of(List<@Nullable Object[]> rows, @Nullable Object @Nullable [] aggregates) {
        return rows.size() > most ? tooMany() : layout.rows(rows);
    }

    FieldFailure tooMany() {
        return new FieldFailure(
                ErrorCode.ROW_LIMIT_EXCEEDED,
                "Relationship " + join.name() + " has more than " + most + " rows; ask for fewer");
    }
}
