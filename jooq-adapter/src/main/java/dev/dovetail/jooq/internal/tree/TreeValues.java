package dev.dovetail.jooq.internal.tree;

import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a level's results behind the ordinal, as the level's own statement lays them out, by the types that they
 * have in SQL.
 *
 * @param types the type of each, as it stands in a cast
 * @param aggregates how many of them, in front, are aggregates
 * @param marked whether the one behind the aggregates says if there is a row
 * @param columns how many columns the rows have
 * @param terms how many values of the order they have, the last ones
 */
public record TreeValues(List<String> types, int aggregates, boolean marked, int columns, int terms) {

    static TreeValues of(TreeLevel level, TreeSql sql) {
        TableQuery query = level.query();
        List<String> types = new ArrayList<>();
        query.aggregates().forEach(aggregate -> types.add(sql.type(aggregate)));
        boolean hasRows = query.rowsPerKey() > 0;
        boolean marked = hasRows && !types.isEmpty();
        if (marked) {
            types.add(sql.mark());
        }
        if (hasRows) {
            query.columns().forEach(column -> types.add(column.type().databaseType()));
        }
        if (level.isOrdered()) {
            query.rows().order().forEach(by -> types.add(sql.type(by.term().type())));
        }
        return new TreeValues(
                List.copyOf(types),
                query.aggregates().size(),
                marked,
                hasRows ? query.columns().size() : 0,
                level.isOrdered() ? query.rows().order().size() : 0);
    }

    /** The place of the mark that there is a row. */
    public int mark() {
        return aggregates;
    }

    /** The place of a column. */
    public int column(int position) {
        return types.size() - terms - columns + position;
    }

    /** The place of a value of the order. */
    public int term(int position) {
        return types.size() - terms + position;
    }
}
