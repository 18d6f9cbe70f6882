package dev.dovetail.hasura;

import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the relationships of one table. Foreign keys are looked up in the database, since the metadata only names them. */
final class LinkReader {

    private final TableName table;
    private final @Nullable TableSource database;
    private final Report report;

    LinkReader(TableName table, @Nullable TableSource database, Report report) {
        this.table = table;
        this.database = database;
        this.report = report;
    }

    /** The relationship, or null when it is not taken over. */
    @Nullable
    TableLink read(Entry entry, boolean array) {
        String name = entry.get("name").name();
        Entry using = entry.get("using");
        String comment = entry.optionalText("comment");
        Entry key = using.find("foreign_key_constraint_on");
        Entry manual = using.find("manual_configuration");
        report.unread(using);
        report.unread(entry);
        Mapping mapping = manual != null ? manual(manual) : key != null ? foreignKey(key, array) : unknown(using);
        return mapping == null
                ? null
                : new TableLink(name, array, mapping.target(), mapping.from(), mapping.to(), comment);
    }

    private record Mapping(TableName target, List<String> from, List<String> to) {}

    private @Nullable Mapping unknown(Entry using) {
        report.add(using, "it is neither by a foreign key nor by columns; it is left out");
        return null;
    }

    private @Nullable Mapping manual(Entry manual) {
        TableName target = Names.table(table.source(), manual.get("remote_table"), report);
        Entry mapping = manual.get("column_mapping");
        manual.find("insertion_order");
        String source = manual.optionalText("source");
        if (source != null && !source.equals(table.source())) {
            report.add(manual, "it leads to another source; it is left out");
            return null;
        }
        report.unread(manual);
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (Map.Entry<String, Entry> pair : mapping.entries().entrySet()) {
            from.add(pair.getKey());
            to.add(pair.getValue().text());
        }
        if (from.isEmpty()) {
            report.add(manual, "it maps no columns; it is left out");
            return null;
        }
        return new Mapping(target, from, to);
    }

    private @Nullable Mapping foreignKey(Entry entry, boolean array) {
        if (database == null) {
            report.add(
                    entry,
                    "only the database knows this foreign key; give it with .database(...) before, or write the "
                            + "relationship yourself; it is left out");
            return null;
        }
        Mapping mapping = entry.isObject() ? incoming(entry, database) : outgoing(entry, database, array);
        if (mapping == null) {
            report.add(entry, "the database has no such foreign key; it is left out");
        }
        return mapping;
    }

    private @Nullable Mapping outgoing(Entry columns, TableSource source, boolean array) {
        ForeignKey key = array ? null : find(source, table, columns(columns), null);
        return key == null ? null : new Mapping(key.references(), key.columns(), key.referenced());
    }

    private @Nullable Mapping incoming(Entry entry, TableSource source) {
        TableName other = Names.table(table.source(), entry.get("table"), report);
        Entry several = entry.find("columns");
        Entry one = entry.find("column");
        report.unread(entry);
        List<String> columns = columns(several != null ? several : one != null ? one : entry.get("column"));
        ForeignKey key = find(source, other, columns, table);
        return key == null ? null : new Mapping(other, key.referenced(), key.columns());
    }

    private static List<String> columns(Entry entry) {
        return entry.isText()
                ? List.of(entry.text())
                : entry.list().stream().map(Entry::text).toList();
    }

    private static @Nullable ForeignKey find(
            TableSource source, TableName of, List<String> columns, @Nullable TableName references) {
        return source.foreignKeys(of).stream()
                .filter(key -> new HashSet<>(key.columns()).equals(new HashSet<>(columns)))
                .filter(key -> references == null || key.references().equals(references))
                .findFirst()
                .orElse(null);
    }
}
