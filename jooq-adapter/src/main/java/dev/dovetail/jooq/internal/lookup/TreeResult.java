package dev.dovetail.jooq.internal.lookup;

import org.jspecify.annotations.Nullable;

/** A result of one level of a tree. */
public final class TreeResult {

    private final int number;
    private final int ordinal;
    private final int[] keys;
    private final @Nullable Object[] aggregates;
    private final @Nullable Object @Nullable [] row;

    /**
     * @param keys the numbers of the keys that it may share with others
     * @param row null where there is none, but aggregates alone
     */
    TreeResult(int number, int ordinal, int[] keys, @Nullable Object[] aggregates, @Nullable Object @Nullable [] row) {
        this.number = number;
        this.ordinal = ordinal;
        this.keys = keys;
        this.aggregates = aggregates;
        this.row = row;
    }

    int number() {
        return number;
    }

    int ordinal() {
        return ordinal;
    }

    @Nullable
    Object[] aggregates() {
        return aggregates;
    }

    @Nullable
    Object @Nullable [] row() {
        return row;
    }

    /** The ordinal of what the result leads to: its own number, unless the key may be shared. */
    int leadsTo(int shared) {
        return shared < 0 ? number : keys[shared];
    }
}
