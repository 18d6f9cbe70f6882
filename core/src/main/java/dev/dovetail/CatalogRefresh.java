package dev.dovetail;

import dev.dovetail.table.TableName;
import java.util.List;
import java.util.Set;

/**
 * What {@link Dovetail#refreshCatalog()} found.
 *
 * @param changed the tables that are read otherwise from now on: columns of other types, or other indexes
 * @param differences what the database has, or lacks, other than the schema, each a sentence: a table or column that is
 *     gone, a column that is new, or of a type that would make another schema. Everything that these concern is as before
 */
public record CatalogRefresh(Set<TableName> changed, List<String> differences) {

    public CatalogRefresh {
        changed = Set.copyOf(changed);
        differences = List.copyOf(differences);
    }
}
