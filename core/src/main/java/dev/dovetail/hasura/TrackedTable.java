package dev.dovetail.hasura;

import dev.dovetail.table.TableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of the metadata. Its parts are read when it turns out that it is joined. */
final class TrackedTable {

    private final TableName name;
    private final Entry entry;
    private final String typeName;
    private final @Nullable String description;
    private final Map<String, String> fieldNames = new LinkedHashMap<>();
    private final Map<String, TableLink> links = new LinkedHashMap<>();

    TrackedTable(TableName name, Entry entry, Report report) {
        this.name = name;
        this.entry = entry;
        Entry configuration = entry.find("configuration");
        String custom = configuration == null ? null : configuration.optionalText("custom_name");
        this.typeName = custom == null ? Names.type(name) : custom;
        this.description = configuration == null ? null : configuration.optionalText("comment");
        if (configuration != null) {
            readColumns(configuration, report);
            report.unread(configuration);
        }
    }

    TableName name() {
        return name;
    }

    Entry entry() {
        return entry;
    }

    String typeName() {
        return typeName;
    }

    @Nullable
    String description() {
        return description;
    }

    /** Says which columns the type shows; null for all. */
    void show(@Nullable Set<String> columns) {
        if (columns != null) {
            fieldNames.keySet().retainAll(columns);
        }
    }

    /** The names of the fields of shown columns, where they are not the columns' own. */
    Map<String, String> fieldNames() {
        return fieldNames;
    }

    /** The name by which a relationship maps a column, or null when it is that of another column's field. */
    @Nullable
    String mapped(String column) {
        String field = fieldNames.getOrDefault(column, column);
        boolean ambiguous = !fieldNames.containsKey(column) && fieldNames.containsValue(column);
        return ambiguous ? null : field;
    }

    /** The relationships that are taken over. */
    Map<String, TableLink> links() {
        return links;
    }

    void link(TableLink link) {
        links.put(link.name(), link);
    }

    /** The names in a filter that are no columns. */
    Set<String> otherNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String key :
                List.of("object_relationships", "array_relationships", "computed_fields", "remote_relationships")) {
            entry.list(key).forEach(other -> names.add(other.get("name").text()));
        }
        return names;
    }

    private void readColumns(Entry configuration, Report report) {
        Entry names = configuration.find("custom_column_names");
        if (names != null) {
            names.entries().forEach((column, field) -> fieldNames.put(column, field.name()));
        }
        Entry columns = configuration.find("column_config");
        if (columns != null) {
            columns.entries().forEach((column, config) -> {
                Entry field = config.find("custom_name");
                config.find("comment");
                if (field != null) {
                    fieldNames.put(column, field.name());
                }
                report.unread(config);
            });
        }
    }
}
