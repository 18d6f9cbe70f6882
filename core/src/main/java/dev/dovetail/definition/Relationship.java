package dev.dovetail.definition;

import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.TableName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A one-way link from an output type to the rows of a table: a name, a reference table, and a mapping from fields of
 * the type to columns of the table.
 *
 * <p>A relationship belongs to a type, not to an action: it works wherever that type appears. On an interface it belongs
 * to every implementation. The terms are those of Hasura's action relationships.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public abstract sealed class Relationship permits ObjectRelationship, ArrayRelationship {

    private final String name;
    private final String typeName;
    private final TableName table;
    private final List<String> from;
    private final List<String> to;
    private final @Nullable Function<Object, @Nullable Object> keyFunction;
    private final List<ColumnOrder> order;
    private final boolean nonNull;
    private final @Nullable String description;
    private final @Nullable String deprecation;

    Relationship(RelationshipBuilder<?> builder) {
        this.name = builder.name;
        this.typeName = builder.typeName;
        this.table = new TableName(builder.source, builder.schema, builder.table);
        this.from = builder.from;
        this.to = builder.to;
        this.keyFunction = builder.keyFunction;
        this.order = List.copyOf(builder.order);
        this.nonNull = builder.nonNull;
        this.description = builder.description;
        this.deprecation = builder.deprecation;
    }

    /** The name of the field that the relationship becomes. */
    public String name() {
        return name;
    }

    /** The object or interface type that gets the field. */
    public String typeName() {
        return typeName;
    }

    /** The reference table. */
    public TableName table() {
        return table;
    }

    /** The mapped fields of the type, by their GraphQL names; the first belongs to the first column, and so on. */
    public List<String> from() {
        return from;
    }

    /** The columns that the mapped fields are compared with, by their database names; all pairs must match. */
    public List<String> to() {
        return to;
    }

    /** What reads the key of a source object, instead of the mapped fields; null when they are read. */
    public @Nullable Function<Object, @Nullable Object> keyFunction() {
        return keyFunction;
    }

    /** The order of the rows; empty when any will do. */
    public List<ColumnOrder> order() {
        return order;
    }

    /** Whether the field is declared non-null, so that a failed join nulls its parent too. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** The field's description in the schema, or null. */
    public @Nullable String description() {
        return description;
    }

    /** Why the field is deprecated, or null when it is not. */
    public @Nullable String deprecation() {
        return deprecation;
    }

    @Override
    public String toString() {
        return typeName + "." + name;
    }
}
