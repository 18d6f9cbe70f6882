package dev.dovetail.hasura;

import dev.dovetail.table.TableName;

/** How Hasura names tables. */
final class Names {

    private static final String PUBLIC = "public";

    private Names() {}

    /** A table: its name alone, or an object with its schema. */
    static TableName table(String source, Entry entry, Report report) {
        if (entry.isText()) {
            return new TableName(source, PUBLIC, entry.text());
        }
        String schema = entry.optionalText("schema");
        TableName name = new TableName(
                source, schema == null ? PUBLIC : schema, entry.get("name").text());
        report.unread(entry);
        return name;
    }

    /** The type that a table has unless a name is given to it. */
    static String type(TableName table) {
        return table.schema().equals(PUBLIC) ? table.name() : table.schema() + "_" + table.name();
    }
}
