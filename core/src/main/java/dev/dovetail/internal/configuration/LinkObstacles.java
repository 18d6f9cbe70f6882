package dev.dovetail.internal.configuration;

import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** What keeps a database from following a relationship between two tables. */
final class LinkObstacles {

    private LinkObstacles() {}

    /** Each obstacle; empty when there is none. */
    static List<String> of(TableType parent, TableLink link) {
        TableType target = link.join().target();
        if (link.join().isListOfKeys()) {
            return List.of("its key is a list; map a column with one value");
        }
        if (!parent.table().name().source().equals(target.table().name().source())) {
            return List.of("tables " + parent.table() + " and " + target.table() + " have different sources");
        }
        List<String> obstacles = new ArrayList<>();
        for (int i = 0; i < link.from().size(); i++) {
            Column from = link.from().get(i);
            Column to = link.join().keyColumns().get(i);
            if (!areComparable(from.type(), to.type())) {
                obstacles.add("the database cannot compare column '" + from.name() + "' of type "
                        + from.type().databaseType() + " with column '" + to.name() + "' of type "
                        + to.type().databaseType());
            }
        }
        return obstacles;
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
}
