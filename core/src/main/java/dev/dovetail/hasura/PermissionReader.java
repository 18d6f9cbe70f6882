package dev.dovetail.hasura;

import dev.dovetail.access.AccessRule;
import dev.dovetail.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the select permissions of one table. One that says anything which Dovetail does not understand gives no rule, so
 * that its role reads nothing: never more than it could before.
 */
final class PermissionReader {

    /** What says nothing of joins. */
    private static final Set<String> OF_ROOT_FIELDS =
            Set.of("query_root_fields", "subscription_root_fields", "computed_fields");

    private final TrackedTable table;
    private final FilterReader filters;
    private final Report report;
    private final Set<String> columns = new LinkedHashSet<>();
    private boolean everyColumn;

    PermissionReader(TrackedTable table, FilterReader filters, Report report) {
        this.table = table;
        this.filters = filters;
        this.report = report;
    }

    /** The columns that some role may read. */
    Set<String> columns() {
        return columns;
    }

    /** Whether some role may read every column. */
    boolean isEveryColumn() {
        return everyColumn;
    }

    /** The rule, or null when there is none. */
    @Nullable
    AccessRule read(Entry entry) {
        String role = entry.get("role").text();
        entry.find("comment");
        if (role.equals(ActionRoles.ADMIN)) {
            report.add(entry, "the role admin may read everything, and needs no permission");
            return null;
        }
        try {
            Entry permission = entry.get("permission");
            readColumns(permission.get("columns"));
            AccessRule rule = rule(role, permission);
            List<String> unknown = new ArrayList<>(entry.unread());
            unknown.addAll(permission.unread());
            report.unread(permission);
            report.unread(entry);
            unknown.removeAll(OF_ROOT_FIELDS);
            if (!unknown.isEmpty()) {
                throw new InexpressibleException(permission, "says " + String.join(", ", unknown));
            }
            return rule;
        } catch (InexpressibleException e) {
            return refuse(entry, role, String.valueOf(e.getMessage()));
        } catch (ConfigurationException e) {
            return refuse(entry, role, String.join("; ", e.faults()));
        }
    }

    private @Nullable AccessRule refuse(Entry entry, String role, String reason) {
        report.add(
                entry,
                "role '" + role + "' may not read the table, since its permission cannot be expressed (" + reason
                        + "); write an AccessRule for it");
        return null;
    }

    private void readColumns(Entry entry) {
        if (isStar(entry)) {
            everyColumn = true;
        } else {
            entry.list().forEach(column -> columns.add(column.text()));
        }
    }

    private AccessRule rule(String role, Entry permission) {
        AccessRule.Builder rule = AccessRule.forRole(role);
        Entry named = permission.get("columns");
        if (isStar(named)) {
            rule.allColumns();
        } else {
            rule.columns(named.list().stream().map(Entry::text).toArray(String[]::new));
        }
        Entry filter = permission.get("filter");
        if (filter.value().equals(Map.of())) {
            rule.allRows();
        } else {
            rule.rows(filters.read(table, filter));
        }
        Entry limit = permission.find("limit");
        if (limit != null) {
            rule.limit(limit(limit));
        }
        if (permission.isTrue("allow_aggregations")) {
            rule.aggregates();
        }
        return rule.build();
    }

    private static int limit(Entry limit) {
        if (limit.value() instanceof Integer rows && rows >= 0) {
            return rows;
        }
        throw limit.malformed("should be a number of rows");
    }

    private static boolean isStar(Entry columns) {
        return columns.value().equals("*");
    }
}
