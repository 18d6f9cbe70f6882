package dev.dovetail.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TableDefinition} says of one field of its type.
 *
 * @param name the field's GraphQL name
 * @param column the column that the field shows, or null when the definition does not say
 * @param requires the columns that a field of the host's needs to be read; null when the definition does not say
 * @param description the field's description, or null for the database's comment
 * @param deprecation why the field is deprecated, or null when it is not
 */
public record TableField(
        String name,
        @Nullable String column,
        @Nullable List<String> requires,
        @Nullable String description,
        @Nullable String deprecation) {}
