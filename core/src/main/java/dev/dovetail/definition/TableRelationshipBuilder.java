package dev.dovetail.definition;

import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds a relationship to the rows of a table. Not thread-safe.
 *
 * @param <R> the kind of relationship that is built
 * @param <B> the kind of this builder
 */
public abstract sealed class TableRelationshipBuilder<
                R extends TableRelationship, B extends TableRelationshipBuilder<R, B>>
        extends RelationshipBuilder<R, B> permits ObjectRelationship.Builder, ArrayRelationship.Builder {

    String source = TableName.DEFAULT_SOURCE;
    String schema = "";
    String table = "";
    List<String> to = List.of();
    final List<ColumnOrder> order = new ArrayList<>();
    boolean filterable;

    TableRelationshipBuilder(String name) {
        super(name);
    }

    /** The reference table, by its schema and name. */
    public B references(String tableSchema, String tableName) {
        this.schema = Objects.requireNonNull(tableSchema, "tableSchema");
        this.table = Objects.requireNonNull(tableName, "tableName");
        return self();
    }

    /** The source that has the reference table, where the host has several. */
    public B source(String sourceName) {
        this.source = Objects.requireNonNull(sourceName, "sourceName");
        return self();
    }

    /** The columns that the mapped fields are compared with, by their database names, in the order of {@link #from}. */
    public B to(String... columns) {
        this.to = List.of(columns);
        return self();
    }

    /**
     * Adds a column by which rows are ordered, small values first. On an object relationship the first row in this
     * order is taken where several match.
     */
    public B orderBy(String column) {
        order.add(new ColumnOrder(column, false));
        return self();
    }

    /** Like {@link #orderBy}, large values first. */
    public B orderByDescending(String column) {
        order.add(new ColumnOrder(column, true));
        return self();
    }

    /**
     * Lets clients filter and order the rows of the type that has the field by the rows that it leads to, where that type
     * is a table's, as far as {@linkplain dev.dovetail.table.Feature its source can}. What the access rule of the reference
     * table hides takes no part.
     */
    public B filterable() {
        this.filterable = true;
        return self();
    }
}
