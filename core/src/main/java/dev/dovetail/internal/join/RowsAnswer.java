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
record RowsAnswer(Join join, int most) implements Answer {

    @Override
    public Object of(List<@Nullable Object[]> rows, @Nullable Object @Nullable [] aggregates, RowMaker maker) {
        return rows.size() > most ? tooMany() : rows(rows, maker);
    }

    static Rows rows(List<@Nullable Object[]> values, RowMaker maker) {
        Row[] rows = new Row[values.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = maker.row(i, values.get(i));
        }
        return new Rows(maker.layout(), rows);
    }

    FieldFailure tooMany() {
        return new FieldFailure(
                ErrorCode.ROW_LIMIT_EXCEEDED,
                "Relationship " + join.name() + " has more than " + most + " rows; ask for fewer");
    }
}
