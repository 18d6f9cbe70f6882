package dev.dovetail.hasura;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is not taken over. */
final class Report {

    /** What to say of keys that Hasura has, and Dovetail nothing like it. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("inherited_roles", "inherited roles have no rules; write access rules and permissions for them"),
            Map.entry("functions", "tracked functions are not joined; use a view or a RemoteRelationship"),
            Map.entry("remote_schemas", "remote schemas are not joined; use a RemoteRelationship"),
            Map.entry("remote_relationships", "write a Relationship or a RemoteRelationship of its own for each"),
            Map.entry("computed_fields", "computed fields are not read; use a view or a field of your own"),
            Map.entry("custom_root_fields", "tables have no root fields in Dovetail"),
            Map.entry("query_root_fields", "tables have no root fields in Dovetail"),
            Map.entry("subscription_root_fields", "tables have no root fields in Dovetail"),
            Map.entry("insert_permissions", "Dovetail reads only"),
            Map.entry("update_permissions", "Dovetail reads only"),
            Map.entry("delete_permissions", "Dovetail reads only"),
            Map.entry("event_triggers", "Dovetail reads only"),
            Map.entry("is_enum", "columns that refer to it are shown as they are, not as an enum"),
            Map.entry("customization", "names are not changed; see .naming(...) and .table(...)"),
            Map.entry("naming_convention", "say .naming(Naming.CAMEL_CASE) for graphql-default"),
            Map.entry("transform", "write it with .webhook(action, builder -> builder.transformRequest(...))"));

    private final List<Omission> omissions = new ArrayList<>();

    void add(Entry entry, String reason) {
        omissions.add(new Omission(entry.place(), reason));
    }

    void add(String place, String reason) {
        omissions.add(new Omission(place, reason));
    }

    /** Adds the keys that nobody looked at. */
    void unread(Entry entry) {
        for (String key : entry.unread()) {
            Entry child = entry.find(key);
            add(child == null ? entry : child, REASONS.getOrDefault(key, "Dovetail does not know '" + key + "'"));
        }
    }

    List<Omission> omissions() {
        return List.copyOf(omissions);
    }
}
