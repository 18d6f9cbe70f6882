package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field that shows an aggregate of a table's rows.
 *
 * @param function what it shows; of no column for the count, which has its columns as an argument, and for the field that
 *     holds all columns' values of a function
 * @param column the column's place in the table, or null
 */
public record AggregateField(
        String typeName,
        String field,
        TableType table,
        AggregateFunction function,
        @Nullable Integer column) {}
