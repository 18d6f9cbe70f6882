package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a join lacks that scans its table, or that may find several rows where one is meant.
 *
 * @param fault what is wrong with the relationship, as the rest of a sentence that begins with it
 * @param ddl the statement that mends it
 */
public record MissingIndex(String fault, String ddl) {

    private static final Logger LOG = LoggerFactory.getLogger(MissingIndex.class);

    /** What the table of a relationship lacks; null for nothing. */
    public static @Nullable MissingIndex of(TableRelationship relationship, Table table) {
        // Views have no index, and what indexes other servers have is not known.
        if (table.isView() || table.isForeign()) {
            return null;
        }
        boolean one = relationship instanceof ObjectRelationship
                && relationship.order().isEmpty();
        if (one && !table.isUnique(relationship.to())) {
            return new MissingIndex(
                    "is to one row, but nothing in " + table + " says that there is only one",
                    ddl("create unique index on", table, relationship.to()));
        }
        return table.isIndexed(relationship.to())
                ? null
                : new MissingIndex(
                        "has no index to find its rows by, so that each lookup reads all of " + table,
                        ddl("create index on", table, relationship.to()));
    }

    /** Warns of what is missing. */
    static void warn(TableRelationship relationship, Table table) {
        MissingIndex missing = of(relationship, table);
        if (missing != null) {
            LOG.warn("Relationship {} {}: {}", relationship, missing.fault, missing.ddl);
        }
    }

    private static String ddl(String create, Table table, List<String> columns) {
        return columns.stream()
                .map(MissingIndex::quoted)
                .collect(Collectors.joining(
                        ", ",
                        create + " " + quoted(table.name().schema()) + "."
                                + quoted(table.name().name()) + " (",
                        ")"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
