package dev.dovetail.jooq.internal.tree;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A query in a tree of queries that one statement answers: the root, or a branch that is joined to the rows of another
 * level.
 *
 * @param number the place of the level in the statement; a level comes behind the one that it is joined to
 * @param branch the place among what is asked of the other level's rows; 0 for the root
 * @param query what is asked for each key
 * @param from the places of the key in the columns of the other level; empty for the root
 * @param shared whether rows of the other level may have equal keys, which are then looked up once
 * @param branches the levels that are joined to the rows of this one
 */
public record TreeLevel(
        int number, int branch, TableQuery query, List<Integer> from, boolean shared, List<TreeLevel> branches) {

    /** The same levels with other queries, by their numbers. */
    TreeLevel asking(List<TableQuery> queries) {
        List<TreeLevel> next =
                branches.stream().map(level -> level.asking(queries)).toList();
        return new TreeLevel(number, branch, queries.get(number), from, shared, next);
    }

    /** What the level would be asked for alone; for the keys of the root, since its own are not known. */
    public TableRequest request(TableRequest root) {
        return new TableRequest(query, root.keys(), root.session(), root.context())
                .within(root.maxRows(), root.maxBytes());
    }

    /** This level and those below, by their numbers. */
    List<TreeLevel> all() {
        List<TreeLevel> all = new ArrayList<>();
        all.add(this);
        branches.forEach(level -> all.addAll(level.all()));
        return all;
    }

    /** The levels whose keys are numbered, as several rows of this one may share a key. */
    public List<TreeLevel> sharing() {
        return branches.stream().filter(TreeLevel::shared).toList();
    }

    /** Whether the order of a key's rows matters. */
    boolean isOrdered() {
        return query.rowsPerKey() > 0
                && !query.rows().order().isEmpty()
                && (query.positions() || !query.atMostOneRowPerKey());
    }

    /** What the level's own statement asks, so that its rows can be brought into their order again. */
    public TableQuery asked() {
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                query.rows(),
                query.rowsPerKey(),
                isOrdered(),
                query.aggregates());
    }
}
