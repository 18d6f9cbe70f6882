package dev.dovetail.internal.join;

import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a parent's rows that is shown where they come from several keys: no key's rows alone tell which they are.
 *
 * @param offset how many rows are skipped
 * @param limit how many rows stay at most
 */
record Slice(int offset, int limit) {

    /**
     * The part that a client wants of the rows that count.
     *
     * @param most how many rows are shown at most
     */
    static Slice of(RowSelection wanted, int most) {
        return new Slice(wanted.offset(), Math.min(wanted.limit(), most));
    }

    /** The rows that have to be read of each key, since all that is shown may be one key's. */
    RowSelection ofEachKey(RowSelection wanted) {
        long needed = (long) offset + limit;
        return new RowSelection(
                wanted.filter(), wanted.order(), wanted.distinctOn(), wanted.after(), wanted.before(), 0, (int)
                        Math.min(needed, TableQuery.ALL_ROWS));
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        return offset == 0 && limit == TableQuery.ALL_ROWS;
    }

    List<@Nullable Object> of(List<@Nullable Object> rows) {
        int from = Math.min(offset, rows.size());
        return rows.subList(from, (int) Math.min((long) from + limit, rows.size()));
    }
}
