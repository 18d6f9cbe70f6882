package dev.dovetail.hasura;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tables that actions are joined to, directly or through other tables. */
final class TablesReader {

    private static final List<String> PERMISSIONS =
            List.of("select_permissions", "insert_permissions", "update_permissions", "delete_permissions");

    private final Settings settings;
    private final Report report;
    private final Map<TableName, TrackedTable> tracked = new LinkedHashMap<>();
    private final Map<TableName, TrackedTable> joined = new LinkedHashMap<>();

    TablesReader(Map<String, List<Entry>> tables, Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
        tables.forEach((source, entries) -> entries.forEach(entry -> track(source, entry)));
    }

    /** Follows relationships from these tables on. */
    void join(Collection<TableName> from) {
        Deque<TableName> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            TableName name = waiting.pop();
            TrackedTable table = tracked.get(name);
            if (table != null && joined.putIfAbsent(name, table) == null) {
                readLinks(table);
                table.links().values().forEach(link -> waiting.push(link.target()));
            }
        }
    }

    Collection<TrackedTable> joined() {
        return joined.values();
    }

    boolean has(TableName name) {
        return tracked.containsKey(name);
    }

    List<TableDefinition> definitions() {
        FilterReader filters = new FilterReader(joined::get, new ColumnCheck(settings.databases()));
        return joined.values().stream().map(table -> define(table, filters)).toList();
    }

    /** Reports the tables that nothing leads to, with their permissions. */
    void reportRest() {
        tracked.forEach((name, table) -> {
            if (!joined.containsKey(name)) {
                report.add(
                        table.entry(),
                        "no relationship of an action's type leads to table " + name + ", so it is left out"
                                + permissions(table.entry()));
            }
        });
    }

    private void track(String source, Entry entry) {
        TableName name = Names.table(source, entry.get("table"), report);
        if (tracked.putIfAbsent(name, new TrackedTable(name, entry, report)) != null) {
            report.add(entry, "table " + name + " was tracked before; the first one is taken" + permissions(entry));
        }
    }

    private void readLinks(TrackedTable table) {
        LinkReader reader = new LinkReader(
                table.name(), settings.databases().get(table.name().source()), report);
        readLinks(table, reader, "object_relationships", false);
        readLinks(table, reader, "array_relationships", true);
    }

    private void readLinks(TrackedTable table, LinkReader reader, String key, boolean array) {
        for (Entry entry : table.entry().list(key)) {
            TableLink link = reader.read(entry, array);
            if (link != null && !tracked.containsKey(link.target())) {
                report.add(entry, "table " + link.target() + " is not in the metadata; it is left out");
            } else if (link != null) {
                table.link(link);
            }
        }
    }

    private TableDefinition define(TrackedTable table, FilterReader filters) {
        Entry entry = table.entry();
        PermissionReader permissions = new PermissionReader(table, filters, report);
        List<AccessRule> rules = new ArrayList<>();
        rules.add(AccessRule.forRole(ActionRoles.ADMIN)
                .allRows()
                .allColumns()
                .aggregates()
                .build());
        for (Entry permission : entry.list("select_permissions")) {
            AccessRule rule = permissions.read(permission);
            if (rule != null) {
                rules.add(rule);
            }
        }
        TableDefinition.Builder definition = TableDefinition.of(
                        table.name().schema(), table.name().name())
                .source(table.name().source())
                .type(table.typeName())
                .access(rules.toArray(new AccessRule[0]));
        if (table.description() != null) {
            definition.description(table.description());
        }
        show(definition, table, permissions);
        reportOthers(entry);
        return definition.build();
    }

    /** Where nobody may read anything, all is shown, and for nobody but the administrator to read. */
    private static void show(TableDefinition.Builder definition, TrackedTable table, PermissionReader permissions) {
        Set<String> columns = new LinkedHashSet<>(permissions.columns());
        boolean all = permissions.isEveryColumn() || columns.isEmpty();
        if (all) {
            definition.allColumns();
        } else {
            definition.columns(columns.toArray(new String[0]));
        }
        table.show(all ? null : columns);
        table.fieldNames().forEach((column, field) -> definition.field(field).column(column));
    }

    private void reportOthers(Entry entry) {
        Entry again = entry.fresh();
        List.of("table", "configuration", "object_relationships", "array_relationships", "select_permissions")
                .forEach(again::find);
        report.unread(again);
    }

    private static String permissions(Entry table) {
        Set<String> roles = new LinkedHashSet<>();
        for (String key : PERMISSIONS) {
            table.list(key)
                    .forEach(permission -> roles.add(permission.get("role").text()));
        }
        return roles.isEmpty() ? "" : ", and so are the permissions of " + String.join(", ", roles);
    }
}
