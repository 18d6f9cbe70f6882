package dev.dovetail.access;

import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of one role may read of a table.
 *
 * <pre>{@code
 * AccessRule.forRole("user")
 *     .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id")))
 *     .columns("id", "total")
 *     .limit(100)
 *     .build()
 * }</pre>
 *
 * <p>A rule must speak of both rows and columns, so that nothing is open because it was forgotten. It governs columns
 * and what is made of them; a relationship is governed by the rule of the table that it leads to, and a field of the
 * host's by the columns that its data fetcher reads. What a relationship is joined by needs no permission.
 *
 * <p><b>Thread-safety:</b> immutable, as long as the values in its filter are; the builder is not thread-safe.
 */
public final class AccessRule {

    private final @Nullable String role;
    private final boolean allRows;
    private final List<RowFilter> filters;
    private final List<NativeRows> nativeRows;
    private final boolean allColumns;
    private final @Nullable Set<String> columns;
    private final int limit;
    private final boolean aggregates;
    private final Set<String> requires;

    private AccessRule(Builder builder) {
        this.role = builder.role;
        this.allRows = builder.allRows;
        this.filters = List.copyOf(builder.filters);
        this.nativeRows = List.copyOf(builder.nativeRows);
        this.allColumns = builder.allColumns;
        this.columns = builder.columns == null ? null : unmodifiable(builder.columns);
        this.limit = builder.limit;
        this.aggregates = builder.aggregates;
        this.requires = unmodifiable(builder.requires);
    }

    /** In the order in which the host named them. */
    private static Set<String> unmodifiable(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Begins a rule for the callers of a role. */
    public static Builder forRole(String role) {
        return new Builder(Objects.requireNonNull(role, "role"));
    }

    /** Begins a rule for every caller whose role has no rule of its own, those without a role included. */
    public static Builder forEveryone() {
        return new Builder(null);
    }

    /** The role, or null when the rule is for everyone whose role has none. */
    public @Nullable String role() {
        return role;
    }

    /** Whether the rule says that every row may be read. */
    public boolean isAllRows() {
        return allRows;
    }

    /** The filters that a row must pass, all of them. */
    public List<RowFilter> filters() {
        return filters;
    }

    /** The filters in terms of the table's source that a row must pass, all of them. */
    public List<NativeRows> nativeRows() {
        return nativeRows;
    }

    /** Whether the rule says that every column may be read. */
    public boolean isAllColumns() {
        return allColumns;
    }

    /** The columns that may be read, by their database names; null when the rule names none. */
    public @Nullable Set<String> columns() {
        return columns;
    }

    /** Whether the rule keeps a column from callers. */
    public boolean hides(String column) {
        return !allColumns && (columns == null || !columns.contains(column));
    }

    /** How many rows a relationship gives for one parent, or {@link TableQuery#ALL_ROWS}. */
    public int limit() {
        return limit;
    }

    /** Whether aggregates may be read. */
    public boolean allowsAggregates() {
        return aggregates;
    }

    /** The session variables that the rule needs besides those in its filters. */
    public Set<String> requires() {
        return requires;
    }

    /** What messages call the rule. */
    @Override
    public String toString() {
        return role == null ? "rule for everyone" : "rule for role '" + role + "'";
    }

    /** Builds an {@link AccessRule}. What is wrong is reported when a schema is extended. Not thread-safe. */
    public static final class Builder {

        private final @Nullable String role;
        private boolean allRows;
        private final List<RowFilter> filters = new ArrayList<>();
        private final List<NativeRows> nativeRows = new ArrayList<>();
        private boolean allColumns;
        private @Nullable Set<String> columns;
        private int limit = TableQuery.ALL_ROWS;
        private boolean aggregates;
        private final Set<String> requires = new LinkedHashSet<>();

        private Builder(@Nullable String role) {
            this.role = role;
        }

        /** Lets the rows be read that the filter means; said again, a row must pass each filter. */
        public Builder rows(RowFilter filter) {
            filters.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /**
         * Lets the rows be read that a filter in terms of the table's source means. The session variables that it reads
         * are to be named with {@link #requires}.
         */
        public Builder rows(NativeRows filter) {
            nativeRows.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /** Lets every row be read. */
        public Builder allRows() {
            this.allRows = true;
            return this;
        }

        /** Lets these columns be read, by their database names. */
        public Builder columns(String... names) {
            if (columns == null) {
                columns = new LinkedHashSet<>();
            }
            columns.addAll(List.of(names));
            return this;
        }

        /** Lets every column be read, those that are added to the table later as well. */
        public Builder allColumns() {
            this.allColumns = true;
            return this;
        }

        /** Bounds the rows that a relationship gives for one parent; aggregates are of all rows. */
        public Builder limit(int rows) {
            this.limit = rows;
            return this;
        }

        /** Lets aggregates be read: counts of rows, and the functions of columns that may be read. */
        public Builder aggregates() {
            this.aggregates = true;
            return this;
        }

        /** Refuses callers whose session lacks one of these variables. Those in a {@link RowFilter} need no mention. */
        public Builder requires(String... variables) {
            requires.addAll(List.of(variables));
            return this;
        }

        /** The rule. */
        public AccessRule build() {
            return new AccessRule(this);
        }
    }
}
