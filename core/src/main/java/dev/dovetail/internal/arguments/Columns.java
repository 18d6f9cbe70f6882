package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;

/** Finds the columns that clients name by the fields that show them. */
public final class Columns {

    private Columns() {}

    /**
     * The column that a field shows.
     *
     * @param place where the client named it
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may not read it, or the field shows none
     */
    public static Column shown(TableType type, Grant grant, String field, String place) {
        Integer position = type.columnsByField().get(field);
        if (position == null) {
            throw Arguments.invalid(place, "names '" + field + "', which shows no column of type " + type.name());
        }
        grant.requireColumn(position, type.name() + "." + field);
        return type.table().columns().get(position);
    }
}
