package dev.dovetail.internal.join;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The rows of one parent. */
public final class Rows extends AbstractList<Row> implements RandomAccess, Joined {

    private final RowLayout layout;
    private final Row[] rows;

    Rows(RowLayout layout, Row[] rows) {
        this.layout = layout;
        this.rows = rows;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public Row get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }
}
