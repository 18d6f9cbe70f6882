package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Feature;
import java.util.Collection;
import java.util.List;

/** Makes sure that a database can follow the relationships that its rows are filtered by. */
record FilterableLinks(Faults faults) {

    /**
     * Checks a filterable relationship.
     *
     * @param parents the types that have it and are tables'
     */
    void check(Join join, Collection<TableType> parents) {
        TableRelationship relationship = join.relationship();
        if (relationship.keyFunction() != null) {
            refuse(relationship, "it is keyed by a function, which the database does not know; map columns");
        } else if (parents.isEmpty()) {
            refuse(relationship, "type " + relationship.typeName() + " is no table's");
        }
        parents.stream()
                .flatMap(parent -> obstacles(join, parent).stream())
                .distinct()
                .forEach(obstacle -> refuse(relationship, obstacle));
    }

    private static List<String> obstacles(Join join, TableType parent) {
        TableLink link = parent.links().get(join.relationship().name());
        if (link == null || link.join() != join) {
            return List.of();
        }
        boolean serves = link.serves(Feature.RELATED_FILTERS) || link.serves(Feature.RELATED_ORDERS);
        return serves
                ? LinkObstacles.of(parent, link)
                : List.of("the source of table " + parent.table()
                        + " can neither filter nor order rows by those of another table");
    }

    private void refuse(TableRelationship relationship, String reason) {
        faults.add(relationship, "no rows can be filtered by it: " + reason + "; leave .filterable() out");
    }
}
