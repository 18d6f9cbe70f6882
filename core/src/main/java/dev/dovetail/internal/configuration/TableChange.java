package dev.dovetail.internal.configuration;

import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import java.util.function.UnaryOperator;

/**
 * Something that is otherwise with a table than when the catalog was read.
 *
 * @param text what it is, for people
 * @param matters whether it is worth a word where a schema cannot take it over
 * @param change makes it of the table's description
 */
record TableChange(Table table, String text, boolean matters, UnaryOperator<Table> change) {

    /** A column of another type. */
    static TableChange ofType(Table table, Column now) {
        return ofColumn(
                table,
                "column '" + now.name() + "' is of type " + now.type().databaseType(),
                true,
                old -> old.name().equals(now.name())
                        ? new Column(old.name(), now.type(), old.nullable(), old.description(), now.conversion())
                        : old);
    }

    /** A column that may be null now, or may no longer: then nothing is lost where the schema still says that it may. */
    static TableChange ofNullability(Table table, Column now) {
        return ofColumn(
                table,
                "column '" + now.name() + "' may be null",
                now.nullable(),
                old -> old.name().equals(now.name())
                        ? new Column(old.name(), old.type(), now.nullable(), old.description(), old.conversion())
                        : old);
    }

    /** Columns stay at their places: rows and fields know them by these. */
    private static TableChange ofColumn(Table table, String text, boolean matters, UnaryOperator<Column> change) {
        return new TableChange(
                table,
                text,
                matters,
                before -> before.with(before.columns().stream().map(change).toList(), before.description()));
    }

    /** Other indexes; or a table became a view, or a foreign one. */
    static TableChange ofIndexes(Table table, Table now) {
        return new TableChange(
                table, "its indexes are others", true, before -> now.with(before.columns(), before.description()));
    }

    /** The table's description with this change. */
    Table of(Table before) {
        return change.apply(before);
    }
}
