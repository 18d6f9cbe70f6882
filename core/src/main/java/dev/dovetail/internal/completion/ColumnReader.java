package dev.dovetail.internal.completion;

import dev.dovetail.internal.join.Row;
import dev.dovetail.internal.join.RowLayout;
import org.jspecify.annotations.Nullable;

/** Reads a column from the place that it has in the rows of one selection. */
record ColumnReader(RowLayout layout, int slot) implements FieldReader {

    @Override
    public @Nullable Object read(Object source) {
        return rowOf(source, layout).valueAt(slot);
    }

    @SuppressWarnings("ReferenceEquality") // a layout is that of one selection
    static Row rowOf(Object source, RowLayout layout) {
        if (source instanceof Row row && row.layout() == layout) {
            return row;
        }
        throw new IrregularException();
    }
}
