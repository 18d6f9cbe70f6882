package dev.dovetail.jooq;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a level's results behind the ordinal, as {@link Dialect#statement} lays them out, by the types that they
 * have in SQL.
 *
 * @param types the type of each, as it stands in a cast
 * @param aggregates how many of them, in front, are aggregates
 * @param marked whether the one behind the aggregates says if there is a row
 * @param columns how many columns the rows have
 * @param terms how many values of the order they have, the last ones
 */
record TreeValues(List<String> types, int aggregates, boolean marked, int columns, int terms) {

    private static final String BOOLEAN = "pg_catalog.bool";

    /** What {@link Dialect#reader(Aggregate)} reads as text, since it may be too large for what it is cast to. */
    private static final String TEXT = "pg_catalog.text";

    static TreeValues of(TreeLevel level) {
        TableQuery query = level.query();
        List<String> types = new ArrayList<>();
        query.aggregates().forEach(aggregate -> types.add(type(aggregate)));
        boolean hasRows = query.rowsPerKey() > 0;
        boolean marked = hasRows && !types.isEmpty();
        if (marked) {
            types.add(BOOLEAN);
        }
        if (hasRows) {
            query.columns().forEach(column -> types.add(column.type().databaseType()));
        }
        if (level.isOrdered()) {
            query.rows().order().forEach(by -> types.add(named(by.term().type())));
        }
        return new TreeValues(
                List.copyOf(types),
                query.aggregates().size(),
                marked,
                hasRows ? query.columns().size() : 0,
                level.isOrdered() ? query.rows().order().size() : 0);
    }

    /** The place of the mark that there is a row. */
    int mark() {
        return aggregates;
    }

    /** The place of a column. */
    int column(int position) {
        return types.size() - terms - columns + position;
    }

    /** The place of a value of the order. */
    int term(int position) {
        return types.size() - terms + position;
    }

    private static String type(Aggregate aggregate) {
        return aggregate.type().kind() == ColumnKind.DOUBLE ? TEXT : named(aggregate.type());
    }

    private static String named(ColumnType type) {
        return PostgresTypes.named(type).databaseType();
    }
}
