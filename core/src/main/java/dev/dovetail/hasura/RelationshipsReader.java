package dev.dovetail.hasura;

import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the relationships of custom types. */
final class RelationshipsReader {

    private final Report report;

    RelationshipsReader(Report report) {
        this.report = report;
    }

    /** A relationship, with the type that it is on. */
    record TypeLink(String type, TableLink link) {}

    List<TypeLink> read(TypesReader types) {
        List<TypeLink> links = new ArrayList<>();
        types.each((type, entry) -> links.add(new TypeLink(type, link(entry))));
        return links;
    }

    private TableLink link(Entry entry) {
        String source = entry.optionalText("source");
        TableName target =
                Names.table(source == null ? TableName.DEFAULT_SOURCE : source, entry.get("remote_table"), report);
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        Entry mapping = entry.get("field_mapping");
        for (Map.Entry<String, Entry> pair : mapping.entries().entrySet()) {
            from.add(pair.getKey());
            to.add(pair.getValue().text());
        }
        if (from.isEmpty()) {
            throw mapping.malformed("it maps no fields; each parent would have every row");
        }
        TableLink link = new TableLink(
                entry.get("name").name(),
                isArray(entry.get("type")),
                target,
                from,
                to,
                entry.optionalText("description"));
        report.unread(entry);
        return link;
    }

    private static boolean isArray(Entry type) {
        return switch (type.text()) {
            case "array" -> true;
            case "object" -> false;
            default -> throw type.malformed("should be object or array");
        };
    }
}
