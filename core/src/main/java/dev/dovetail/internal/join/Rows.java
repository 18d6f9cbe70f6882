package dev.dovetail.internal.join;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The rows of one parent. */
public final class Rows extends AbstractList<Row> implements RandomAccess {

    private final Row[] rows;

    Rows(Row[] rows) {
        this.rows = rows;
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
