package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the results of a tree's statement, and files the rows of each level under those that lead to them. */
public final class TreeReader {

    private final TableRequest request;
    private final TreeLevel root;
    private final RowCounts counts;
    private final List<TreeResults> results = new ArrayList<>();

    /**
     * @param counts learn from what is read
     */
    TreeReader(TableRequest request, Tree tree, Dialect dialect, RowCounts counts) {
        this.counts = counts;
        this.request = request;
        this.root = tree.root();
        tree.levels().forEach(level -> results.add(new TreeResults(level, tree, dialect)));
    }

    /**
     * The rows of the request, with those of its branches unless these are more than the batch may have.
     *
     * @throws LimitExceededException if the rows of the request alone are more
     */
    TableRows read(ResultSet result) throws SQLException {
        while (result.next()) {
            results.get(result.getInt(1)).add(result);
        }
        if (results.get(0).rows() > request.maxRows()) {
            throw new LimitExceededException(Limit.ROWS);
        }
        boolean complete = results.stream().mapToLong(TreeResults::rows).sum() <= request.maxRows();
        int[] ordinals = IntStream.rangeClosed(1, request.keys().size()).toArray();
        return filed(root, ordinals, complete);
    }

    /**
     * @param ordinals for each place, the ordinal of the rows that belong there
     */
    private TableRows filed(TreeLevel level, int[] ordinals, boolean withBranches) {
        TableRows rows = new TableRows(ordinals.length);
        List<TreeResult> filed = results.get(level.number()).file(rows, ordinals);
        counts.found(level.query(), ordinals.length, filed.size());
        if (withBranches) {
            for (TreeLevel next : level.branches()) {
                int shared = level.sharing().indexOf(next);
                int[] nextOrdinals = filed.stream()
                        .mapToInt(result -> result.leadsTo(shared))
                        .toArray();
                rows.setBranch(next.branch(), filed(next, nextOrdinals, true));
            }
        }
        return rows;
    }
}
