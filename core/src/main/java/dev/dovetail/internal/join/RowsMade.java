package dev.dovetail.internal.join;

import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a field shows, and where among all that were found they are. */
final class RowsMade implements Answer.RowMaker {

    private final RowLayout layout;
    private final TableRows found;
    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<Integer> keys = new ArrayList<>();
    private int key;

    RowsMade(RowLayout layout, TableRows found) {
        this.layout = layout;
        this.found = found;
    }

    @Nullable
    Object valueOf(Answer answer, int ordinal) {
        key = ordinal;
        return answer.of(found.of(ordinal), found.aggregatesOf(ordinal), this);
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public Row row(int index, @Nullable Object[] values) {
        Row row = new Row(layout, values);
        if (!layout.below().isEmpty()) {
            rows.add(row);
            keys.add(key);
            indexes.add(index);
        }
        return row;
    }

    /** Those rows that are joined to others, too. */
    List<Row> rows() {
        return rows;
    }

    /** The number of each of these rows, as the rows of a branch are filed under it. */
    int[] numbers() {
        int[] first = new int[found.keys() + 1];
        for (int ordinal = 0; ordinal < found.keys(); ordinal++) {
            first[ordinal + 1] = first[ordinal] + found.of(ordinal).size();
        }
        int[] numbers = new int[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = first[keys.get(i)] + indexes.get(i);
        }
        return numbers;
    }
}
