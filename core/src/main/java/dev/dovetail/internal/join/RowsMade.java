package dev.dovetail.internal.join;

import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows that a field shows; where they are joined further, also which of all that were found they are. */
final class RowsMade implements Answer.RowMaker {

    private final RowLayout layout;
    private final TableRows found;
    private final boolean joined;
    private final List<Row> rows = new ArrayList<>();
    private final IntStream.Builder numbers = IntStream.builder();
    private final int[] firstNumbers;
    private int ordinal;

    RowsMade(RowLayout layout, TableRows found) {
        this.layout = layout;
        this.found = found;
        this.joined = !layout.below().isEmpty();
        this.firstNumbers = joined ? firstNumbers(found) : new int[0];
    }

    /** By key, the number of its first row: rows are counted through all keys. */
    private static int[] firstNumbers(TableRows found) {
        int[] first = new int[found.keys()];
        for (int ordinal = 1; ordinal < first.length; ordinal++) {
            first[ordinal] = first[ordinal - 1] + found.of(ordinal - 1).size();
        }
        return first;
    }

    /** What becomes of the rows of a key. */
    @Nullable
    Object valueOf(Answer answer, int keysOrdinal) {
        ordinal = keysOrdinal;
        return answer.of(found.of(ordinal), found.aggregatesOf(ordinal), this);
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public Row row(int index, @Nullable Object[] values) {
        Row row = new Row(layout, values);
        if (joined) {
            rows.add(row);
            numbers.add(firstNumbers[ordinal] + index);
        }
        return row;
    }

    /** The rows, if they are joined to others. */
    List<Row> rows() {
        return rows;
    }

    /** The numbers of these rows, under which rows of a branch are filed. To be called once. */
    int[] numbers() {
        return numbers.build().toArray();
    }
}
