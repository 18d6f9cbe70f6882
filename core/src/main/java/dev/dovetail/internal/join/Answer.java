package dev.dovetail.internal.join;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one key: the value of the field. */
interface Answer {

    /** Makes the rows that are shown. */
    interface RowMaker {

        /** How the rows look. */
        RowLayout layout();

        /**
         * A row of the field.
         *
         * @param index of the row among those of its key
         */
        Row row(int index, @Nullable Object[] values);
    }

    /**
     * The field's value.
     *
     * @param aggregates what was computed of the key's rows; null when there is none
     * @param maker called for each row that the value shows, and for no other
     * @return null for no value; a {@link dev.dovetail.internal.failure.FieldFailure} where the rows are at fault
     */
    @Nullable
    Object of(List<@Nullable Object[]> rows, @Nullable Object @Nullable [] aggregates, RowMaker maker);
}
