package dev.dovetail.jooq.internal.tree;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.List;

/**
 * What one statement answers: the rows of a request and, as far as they are taken along, those of its branches.
 *
 * <p>Each result of the statement has the number of its level; its own number within the level, from 1; the ordinal of the
 * key that it belongs to; {@link #sharing()} numbers of keys, which those that it leads to have as their ordinals; and the
 * values of its level in the columns that {@link #slots()} says. The key of a level that shares none has the number of the
 * result that it is from.
 *
 * @param levels every level, by its number; the root first
 * @param values the values of each level
 * @param single whether there is but one key
 * @param limited whether the request bounds the number of rows
 */
public record Tree(List<TreeLevel> levels, List<TreeValues> values, TreeSlots slots, boolean single, boolean limited) {

    public static Tree of(TableRequest request, TreeLevel root, TreeSql sql) {
        List<TreeLevel> levels = root.all();
        List<TreeValues> values =
                levels.stream().map(level -> TreeValues.of(level, sql)).toList();
        return new Tree(
                levels,
                values,
                TreeSlots.of(values),
                request.keys().size() == 1,
                request.maxRows() != TableRequest.UNLIMITED);
    }

    /** The same tree of other queries, one for each level, which differ in their values alone. */
    public Tree asking(List<TableQuery> queries) {
        return new Tree(root().asking(queries).all(), values, slots, single, limited);
    }

    public TreeLevel root() {
        return levels.get(0);
    }

    public TreeValues values(TreeLevel level) {
        return values.get(level.number());
    }

    /** How many numbers of shared keys each result has room for. */
    public int sharing() {
        return levels.stream().mapToInt(level -> level.sharing().size()).max().orElse(0);
    }
}
