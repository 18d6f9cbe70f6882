package dev.dovetail.definition;

import dev.dovetail.access.AccessRule;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Declares a table that relationships may refer to, and what of it the schema shows.
 *
 * <p>If the schema has an object type of the given name, the table is bound to it: its fields are matched to columns by
 * name, and fields and data fetchers of the host stay. Otherwise the type is generated with the columns named here;
 * nothing is shown that was not asked for.
 *
 * <pre>{@code
 * TableDefinition.of("public", "users").type("User").columns("id", "name")
 *     .field("auth0_profile").requires("auth0_id")
 *     .build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 */
public final class TableDefinition {

    private final TableName table;
    private final String typeName;
    private final List<String> columns;
    private final boolean allColumns;
    private final List<TableField> fields;
    private final @Nullable String description;
    private final List<AccessRule> access;
    private final boolean open;

    private TableDefinition(Builder builder) {
        this.table = new TableName(builder.source, builder.schema, builder.name);
        this.typeName = builder.typeName;
        this.columns = List.copyOf(builder.columns);
        this.allColumns = builder.allColumns;
        this.fields = List.copyOf(builder.fields.values());
        this.description = builder.description;
        this.access = List.copyOf(builder.access);
        this.open = builder.open;
    }

    /** Begins the definition of a table or view. */
    public static Builder of(String schema, String name) {
        return new Builder(schema, name);
    }

    /** The table. */
    public TableName table() {
        return table;
    }

    /** The name of the GraphQL object type. */
    public String typeName() {
        return typeName;
    }

    /** The columns that the type shows, by their database names; empty when all are shown or none was named. */
    public List<String> columns() {
        return columns;
    }

    /** Whether the type shows every column. */
    public boolean isAllColumns() {
        return allColumns;
    }

    /** What is said of single fields, in the order declared. */
    public List<TableField> fields() {
        return fields;
    }

    /** The type's description, or null for the database's comment. */
    public @Nullable String description() {
        return description;
    }

    /** Who may read what; empty when nothing is said of it. */
    public List<AccessRule> access() {
        return access;
    }

    /** Whether it is said that everybody may read everything. */
    public boolean isOpen() {
        return open;
    }

    @Override
    public String toString() {
        return "table " + table;
    }

    /** Builds a {@link TableDefinition}. Not thread-safe. */
    public static final class Builder {

        private final String schema;
        private final String name;
        private String source = TableName.DEFAULT_SOURCE;
        private String typeName = "";
        private final List<String> columns = new ArrayList<>();
        private boolean allColumns;
        private final Map<String, TableField> fields = new LinkedHashMap<>();
        private @Nullable String description;
        private final List<AccessRule> access = new ArrayList<>();
        private boolean open;

        private Builder(String schema, String name) {
            this.schema = Objects.requireNonNull(schema, "schema");
            this.name = Objects.requireNonNull(name, "name");
        }

        /** The source that has the table, where the host has several. */
        public Builder source(String sourceName) {
            this.source = Objects.requireNonNull(sourceName, "sourceName");
            return this;
        }

        /** The name of the object type: one that the schema has, or the one to be generated. */
        public Builder type(String name) {
            this.typeName = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Shows these columns, by their database names. */
        public Builder columns(String... names) {
            columns.addAll(List.of(names));
            return this;
        }

        /** Shows every column that the table has when the catalog is read. */
        public Builder allColumns() {
            this.allColumns = true;
            return this;
        }

        /** Says something of one field of the type; the next call says what. */
        public Field field(String fieldName) {
            return new Field(this, fields.getOrDefault(fieldName, new TableField(fieldName, null, null, null, null)));
        }

        /** The type's description in the schema, instead of the database's comment. */
        public Builder description(String text) {
            this.description = text;
            return this;
        }

        /**
         * Adds rules that say who may read what. A caller whose role has no rule may then read nothing, and every other
         * table must have rules too, or be {@link #open}.
         */
        public Builder access(AccessRule... rules) {
            access.addAll(List.of(rules));
            return this;
        }

        /** Says that everybody may read everything, where other tables have access rules. */
        public Builder open() {
            this.open = true;
            return this;
        }

        /** The definition. */
        public TableDefinition build() {
            return new TableDefinition(this);
        }
    }

    /** One thing said of a field; each method goes back to the table's builder. */
    public static final class Field {

        private final Builder table;
        private final TableField said;

        private Field(Builder table, TableField said) {
            this.table = table;
            this.said = said;
        }

        /** The field shows this column, under the field's own name. */
        public Builder column(String column) {
            return say(new TableField(said.name(), column, said.requires(), said.description(), said.deprecation()));
        }

        /**
         * The field is the host's own, and its data fetcher reads these columns from the row. A field of the host's
         * that says nothing makes the row read every column that the type shows.
         */
        public Builder requires(String... columns) {
            return say(new TableField(
                    said.name(), said.column(), List.of(columns), said.description(), said.deprecation()));
        }

        /** The field's description, instead of the database's comment on the column. */
        public Builder description(String text) {
            return say(new TableField(said.name(), said.column(), said.requires(), text, said.deprecation()));
        }

        /** Marks the field as deprecated. */
        public Builder deprecated(String reason) {
            return say(new TableField(said.name(), said.column(), said.requires(), said.description(), reason));
        }

        private Builder say(TableField field) {
            table.fields.put(field.name(), field);
            return table;
        }
    }
}
