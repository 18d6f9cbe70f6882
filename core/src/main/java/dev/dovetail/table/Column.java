package dev.dovetail.table;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, as the catalog describes it.
 *
 * @param name the column's name as the database spells it
 * @param type the column's type
 * @param nullable whether the database lets the column be null
 * @param description the database's comment, or null
 * @param conversion what the host's code has for the column's values, or null when it has what the database stores
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String description,
        @Nullable ColumnConversion conversion) {

    /** A column whose values are shown as the database stores them. */
    public Column(String name, ColumnType type, boolean nullable, @Nullable String description) {
        this(name, type, nullable, description, null);
    }

    /** The type that the column has for clients. */
    public ColumnType shownType() {
        ColumnType shown = conversion == null ? null : conversion.shownType();
        return shown == null ? type : shown;
    }

    /** Whether clients see other values than the database stores. */
    public boolean isConverted() {
        return conversion != null && conversion.shownType() != null;
    }

    /** What clients see for a stored value; see {@link ColumnConversion#shown}. */
    public @Nullable Object shown(@Nullable Object stored) {
        return stored == null || conversion == null || conversion.shownType() == null
                ? stored
                : conversion.shown(stored);
    }
}
