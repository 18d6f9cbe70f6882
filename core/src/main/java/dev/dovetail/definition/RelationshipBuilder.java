package dev.dovetail.definition;

import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a relationship of either kind. Nothing is checked here: names that are wrong or missing are reported together
 * with all other faults when a schema is extended. Not thread-safe.
 *
 * @param <R> the kind of relationship that is built
 */
public final class RelationshipBuilder<R extends Relationship> {

    final String name;
    String typeName = "";
    String source = TableName.DEFAULT_SOURCE;
    String schema = "";
    String table = "";
    List<String> from = List.of();
    List<String> to = List.of();

    @Nullable
    Function<Object, @Nullable Object> keyFunction;

    final List<ColumnOrder> order = new ArrayList<>();
    boolean nonNull;

    @Nullable
    String description;

    @Nullable
    String deprecation;

    private final Function<RelationshipBuilder<R>, R> constructor;

    RelationshipBuilder(String name, Function<RelationshipBuilder<R>, R> constructor) {
        this.name = Objects.requireNonNull(name, "name");
        this.constructor = constructor;
    }

    /** The object or interface type that gets the field. */
    public RelationshipBuilder<R> on(String type) {
        this.typeName = Objects.requireNonNull(type, "type");
        return this;
    }

    /** The reference table, by its schema and name. */
    public RelationshipBuilder<R> references(String tableSchema, String tableName) {
        this.schema = Objects.requireNonNull(tableSchema, "tableSchema");
        this.table = Objects.requireNonNull(tableName, "tableName");
        return this;
    }

    /** The source that has the reference table, where the host has several. */
    public RelationshipBuilder<R> source(String sourceName) {
        this.source = Objects.requireNonNull(sourceName, "sourceName");
        return this;
    }

    /** The mapped fields of the type, by their GraphQL names, in the order of {@link #to}. */
    public RelationshipBuilder<R> from(String... fields) {
        this.from = List.of(fields);
        return this;
    }

    /**
     * Reads the key by a function, instead of by the names of fields: for source objects that have no such property.
     *
     * @param function gives the value for the column of {@link #to}, or a list with one value for each column; null
     *     when there is nothing to join
     */
    public RelationshipBuilder<R> keyedBy(Function<Object, @Nullable Object> function) {
        this.keyFunction = Objects.requireNonNull(function, "function");
        return this;
    }

    /** The columns that the mapped fields are compared with, by their database names, in the order of {@link #from}. */
    public RelationshipBuilder<R> to(String... columns) {
        this.to = List.of(columns);
        return this;
    }

    /**
     * Adds a column by which rows are ordered, small values first. On an object relationship the first row in this
     * order is taken where several match.
     */
    public RelationshipBuilder<R> orderBy(String column) {
        order.add(new ColumnOrder(column, false));
        return this;
    }

    /** Like {@link #orderBy}, large values first. */
    public RelationshipBuilder<R> orderByDescending(String column) {
        order.add(new ColumnOrder(column, true));
        return this;
    }

    /** Declares the field non-null: a join that fails, or an object that is not found, then nulls its parent too. */
    public RelationshipBuilder<R> nonNull() {
        this.nonNull = true;
        return this;
    }

    /** The field's description in the schema. */
    public RelationshipBuilder<R> description(String text) {
        this.description = text;
        return this;
    }

    /** Marks the field as deprecated. */
    public RelationshipBuilder<R> deprecated(String reason) {
        this.deprecation = reason;
        return this;
    }

    /** The relationship. */
    public R build() {
        return constructor.apply(this);
    }
}
