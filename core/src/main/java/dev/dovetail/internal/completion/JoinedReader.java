package dev.dovetail.internal.completion;

import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.join.RowLayout;
import org.jspecify.annotations.Nullable;

/** Reads what a row was joined to in advance. */
record JoinedReader(RowLayout layout, int slot) implements FieldReader {

    @Override
    public @Nullable Object read(Object source) {
        Object value = ColumnReader.rowOf(source, layout).joined(slot);
        if (value instanceof FieldFailure) {
            throw new IrregularException();
        }
        return value;
    }
}
