package dev.dovetail.jooq;

import dev.dovetail.table.ColumnConversion;
import dev.dovetail.table.ColumnType;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/** A column of an enumeration: a constant of its generated class is the literal, which may not be the constant's name. */
enum Literals implements ColumnConversion {
    INSTANCE;

    @Override
    public @Nullable ColumnType shownType() {
        return null;
    }

    @Override
    public Object shown(Object stored) {
        return stored;
    }

    @Override
    public Object stored(Object given) {
        return given instanceof EnumType constant ? constant.getLiteral() : given;
    }
}
