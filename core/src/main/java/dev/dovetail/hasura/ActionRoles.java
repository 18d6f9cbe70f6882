package dev.dovetail.hasura;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which roles may call which actions. A permission that says more than a role is not understood, and permits nothing. */
final class ActionRoles {

    /** The role that may do everything in Hasura, and needs no permission for it. */
    static final String ADMIN = "admin";

    private final Report report;
    private final Map<String, List<Entry>> apart = new LinkedHashMap<>();

    /**
     * @param permissions those that stand apart from their actions
     */
    ActionRoles(List<Entry> permissions, Report report) {
        this.report = report;
        for (Entry permission : permissions) {
            apart.computeIfAbsent(permission.get("action").text(), action -> new ArrayList<>())
                    .add(permission);
        }
    }

    /** The roles that may call the action, besides {@code admin}. */
    Set<String> of(String action, List<Entry> permissions) {
        List<Entry> all = new ArrayList<>(permissions);
        all.addAll(apart.getOrDefault(action, List.of()));
        apart.remove(action);
        Set<String> roles = new LinkedHashSet<>();
        for (Entry permission : all) {
            String role = permission.get("role").text();
            permission.find("comment");
            if (permission.unread().isEmpty()) {
                if (!role.equals(ADMIN)) {
                    roles.add(role);
                }
            } else {
                report.unread(permission);
                report.add(permission, "role '" + role + "' may not call the action, because of what is not known");
            }
        }
        return roles;
    }

    /** Reports the permissions of actions that are not in the metadata. */
    void reportRest() {
        apart.forEach((action, permissions) ->
                permissions.forEach(permission -> report.add(permission, "there is no action '" + action + "'")));
    }
}
