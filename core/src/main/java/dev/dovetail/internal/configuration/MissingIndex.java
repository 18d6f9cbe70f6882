package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of joins that scan their table, or that may find several rows where one is meant. */
final class MissingIndex {

    private static final Logger LOG = LoggerFactory.getLogger(MissingIndex.class);

    private MissingIndex() {}

    /** Views have no index, and what indexes other servers have is not known. */
    static void warn(TableRelationship relationship, Table table) {
        if (table.isView() || table.isForeign()) {
            return;
        }
        boolean one = relationship instanceof ObjectRelationship
                && relationship.order().isEmpty();
        if (one && !table.isUnique(relationship.to())) {
            LOG.warn(
                    "Relationship {} is to one row, but nothing in {} says that there is only one: {}",
                    relationship,
                    table,
                    ddl("create unique index on", table, relationship.to()));
        } else if (!table.isIndexed(relationship.to())) {
            LOG.warn(
                    "Relationship {} has no index to find its rows by, so that each lookup reads all of {}: {}",
                    relationship,
                    table,
                    ddl("create index on", table, relationship.to()));
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
