package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.Collection;

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
        } else if (join.isListOfKeys()) {
            refuse(relationship, "its key is a list; map a column with one value");
        } else if (parents.isEmpty()) {
            refuse(relationship, "type " + relationship.typeName() + " is no table's");
        }
        for (TableType parent : parents) {
            TableLink link = parent.links().get(relationship.name());
            if (link != null && link.join() == join && !join.isListOfKeys()) {
                check(relationship, parent, link);
            }
        }
    }

    private void check(TableRelationship relationship, TableType parent, TableLink link) {
        TableType target = link.join().target();
        if (!parent.table().name().source().equals(target.table().name().source())) {
            refuse(relationship, "tables " + parent.table() + " and " + target.table() + " have different sources");
            return;
        }
        for (int i = 0; i < link.from().size(); i++) {
            Column from = link.from().get(i);
            Column to = link.join().keyColumns().get(i);
            if (!areComparable(from.type(), to.type())) {
                refuse(
                        relationship,
                        "the database cannot compare column '" + from.name() + "' of type "
                                + from.type().databaseType() + " with column '" + to.name() + "' of type "
                                + to.type().databaseType());
            }
        }
    }

    private static boolean areComparable(ColumnType from, ColumnType to) {
        if (from.kind() == ColumnKind.ENUM) {
            return from.equals(to);
        }
        return from.kind() == to.kind() || (isInteger(from.kind()) && isInteger(to.kind()));
    }

    private static boolean isInteger(ColumnKind kind) {
        return kind == ColumnKind.SMALLINT || kind == ColumnKind.INTEGER || kind == ColumnKind.BIGINT;
    }

    private void refuse(TableRelationship relationship, String reason) {
        faults.add(relationship, "no rows can be filtered by it: " + reason + "; leave .filterable() out");
    }
}
