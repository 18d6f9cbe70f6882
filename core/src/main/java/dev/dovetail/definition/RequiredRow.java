package dev.dovetail.definition;

import dev.dovetail.access.RowFilter;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row that must be in a table for an action to be called: a check before the handler, in one statement.
 *
 * <pre>{@code
 * RequiredRow.in("public", "orders").from("orderId").to("id")
 *     .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id")))
 *     .build()
 * }</pre>
 *
 * <p>The table is one that is declared to Dovetail; its own access rules take no part in the check. Arguments are
 * compared as the keys of relationships are; where one is null, there is no such row.
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 *
 * @param table the table
 * @param from the arguments that are compared
 * @param to the columns that they are compared with, in the same order
 * @param filters the filters that the row must pass, all of them
 */
public record RequiredRow(TableName table, List<String> from, List<String> to, List<RowFilter> filters) {

    public RequiredRow {
        from = List.copyOf(from);
        to = List.copyOf(to);
        filters = List.copyOf(filters);
    }

    /** Begins a check of a table. */
    public static Builder in(String schema, String table) {
        return new Builder(TableName.of(schema, table));
    }

    /** Begins a check of a table of a named source. */
    public static Builder in(TableName table) {
        return new Builder(table);
    }

    /** Builds a {@link RequiredRow}. Not thread-safe. */
    public static final class Builder {

        private final TableName table;
        private List<String> from = List.of();
        private List<String> to = List.of();
        private final List<RowFilter> filters = new ArrayList<>();

        private Builder(TableName table) {
            this.table = Objects.requireNonNull(table, "table");
        }

        /** The arguments of the action that are compared. */
        public Builder from(String... arguments) {
            this.from = List.of(arguments);
            return this;
        }

        /** The columns that they are compared with, in the same order, by their database names. */
        public Builder to(String... columns) {
            this.to = List.of(columns);
            return this;
        }

        /** A filter that the row must pass as well. */
        public Builder rows(RowFilter filter) {
            filters.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /** The check. */
        public RequiredRow build() {
            return new RequiredRow(table, from, to, filters);
        }
    }
}
