package dev.dovetail.table;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, as the catalog describes it.
 *
 * @param name the column's name as the database spells it
 * @param type the column's type
 * @param nullable whether the database lets the column be null
 * @param description the database's comment, or null
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String description) {}
