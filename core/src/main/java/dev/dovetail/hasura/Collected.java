package dev.dovetail.hasura;

import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of all documents that Dovetail takes over, found in whichever form these have: a command of the metadata API,
 * a list of commands, what {@code export_metadata} gives, or a project.
 */
final class Collected {

    private static final Set<String> LISTS = Set.of("bulk", "bulk_keep_going", "bulk_atomic", "concurrent_bulk");

    private final Report report;
    private final List<Entry> actions = new ArrayList<>();
    private final List<Entry> permissions = new ArrayList<>();
    private final Map<String, List<Entry>> tables = new LinkedHashMap<>();
    private final List<Sdl> sdl = new ArrayList<>();
    private @Nullable Entry types;

    Collected(List<Document> documents, Report report) {
        this.report = report;
        for (Document document : documents) {
            if (document.sdl() != null) {
                sdl.add(document.sdl());
            }
            read(Entry.of(document.file(), document.tree()));
        }
    }

    /** The custom types that were set last, or null. */
    @Nullable
    Entry types() {
        return types;
    }

    List<Entry> actions() {
        return actions;
    }

    /** Permissions of actions that stand apart from them. */
    List<Entry> permissions() {
        return permissions;
    }

    /** The tracked tables, by the name of their source. */
    Map<String, List<Entry>> tables() {
        return tables;
    }

    List<Sdl> sdl() {
        return sdl;
    }

    private void read(Entry entry) {
        if (entry.isList()) {
            entry.list().forEach(this::read);
            return;
        }
        Entry type = entry.find("type");
        Entry args = entry.find("args");
        if (type != null && args != null) {
            entry.find("version");
            command(type.text(), args);
            report.unread(entry);
            return;
        }
        Entry command = entry.fresh();
        Entry metadata = command.find("metadata");
        if (metadata == null) {
            document(entry.fresh());
        } else {
            command.find("resource_version");
            command.find("allow_inconsistent_metadata");
            report.unread(command);
            document(metadata);
        }
    }

    private void command(String type, Entry args) {
        if (LISTS.contains(type) || type.equals("replace_metadata")) {
            read(args);
            return;
        }
        switch (type) {
            case "set_custom_types" -> types = args;
            case "create_action" -> actions.add(args);
            case "create_action_permission" -> permissions.add(args);
            default -> report.add(args, "the command " + type + " is not taken over; export the metadata instead");
        }
    }

    private void document(Entry document) {
        document.find("version");
        actions(document.find("actions"));
        types(document.find("custom_types"));
        tables(TableName.DEFAULT_SOURCE, document.list("tables"));
        for (Entry source : document.list("sources")) {
            tables(source.get("name").text(), source.list("tables"));
            source.find("kind");
            source.find("configuration");
            report.unread(source);
        }
        report.unread(document);
    }

    /** A project has both of its kinds of action metadata in one file. */
    private void actions(@Nullable Entry entry) {
        if (entry == null) {
            return;
        }
        if (entry.isList()) {
            actions.addAll(entry.list());
            return;
        }
        actions.addAll(entry.list("actions"));
        types(entry.find("custom_types"));
        report.unread(entry);
    }

    private void types(@Nullable Entry entry) {
        if (entry != null) {
            types = entry;
        }
    }

    private void tables(String source, List<Entry> entries) {
        tables.computeIfAbsent(source, name -> new ArrayList<>()).addAll(entries);
    }
}
