package dev.dovetail.internal.join;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list of keys. Whether there are too many of them, only the rows of all keys together tell.
 *
 * @param slice the part of the rows that is shown; fields with other parts of the same rows share a batch
 */
record KeysAnswer(RowsAnswer rows, Slice slice) implements Answer {

    /** The rows of one of the keys. */
    @Override
    public Object of(List<@Nullable Object[]> found, @Nullable Object @Nullable [] aggregates, RowMaker maker) {
        return RowsAnswer.rows(found, maker);
    }

    /**
     * What a field shows of the rows of all keys, in the order of the list.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if the parent has more rows than it may have
     */
    List<@Nullable Object> shown(List<@Nullable Object> rowsOfKeys) {
        List<@Nullable Object> shown = slice.of(rowsOfKeys);
        if (shown.size() > rows.most()) {
            throw rows.tooMany();
        }
        return shown;
    }
}
