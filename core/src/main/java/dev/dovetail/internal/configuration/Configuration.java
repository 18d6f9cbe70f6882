package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.schema.Additions;
import java.util.ArrayList;
import java.util.List;

/**
 * The host's definitions, resolved: what to add to its schema, and what answers which field.
 *
 * @param columns fields that show a column and have no data fetcher of the host's
 * @param joins fields that are relationships
 * @param actions fields that are answered by a handler
 */
public record Configuration(
        Additions additions, List<ColumnField> columns, List<JoinField> joins, List<ActionField> actions) {

    /** Without anything yet. */
    Configuration() {
        this(new Additions(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * A field that shows a column.
     *
     * @param position the column's place in its table
     */
    public record ColumnField(String typeName, String field, int position) {}

    /** A relationship's field on one object type. */
    public record JoinField(String typeName, String field, Join join) {}

    /** An action's field on its root type. */
    public record ActionField(String typeName, ActionDefinition action) {}
}
