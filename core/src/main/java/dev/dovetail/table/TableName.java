package dev.dovetail.table;

/**
 * Identifies a table: the name of the source that has it, its schema and its name, as the database spells them.
 *
 * @param source name of the {@link TableSource}, {@value #DEFAULT_SOURCE} unless the host has several
 * @param schema the database schema, for instance {@code public}
 * @param name the table's or view's own name
 */
public record TableName(String source, String schema, String name) {

    /** Name of the source that is meant where none is named. */
    public static final String DEFAULT_SOURCE = "default";

    /** The table of this name in the default source. */
    public static TableName of(String schema, String name) {
        return new TableName(DEFAULT_SOURCE, schema, name);
    }

    /** {@code schema.name}, with the source in front unless it is the default one. */
    @Override
    public String toString() {
        String qualified = schema + "." + name;
        return source.equals(DEFAULT_SOURCE) ? qualified : source + ":" + qualified;
    }
}
