package dev.dovetail.table.contract.loops;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answer to a query for one key, word by word as the query's Javadoc says.
 *
 * @param rows the rows that are read
 * @param aggregates what is computed of all that are meant
 */
public record LoopAnswer(List<List<Object>> rows, List<Object> aggregates) {

    public static LoopAnswer of(Lists lists, TableQuery query, JoinKey key) {
        return of(lists, query, List.of(key)).get(0);
    }

    /** One answer for each key; the rows are grouped once, so that many keys cost no more than many rows. */
    public static List<LoopAnswer> of(Lists lists, TableQuery query, List<JoinKey> keys) {
        Table table = lists.current(query.table());
        Map<List<Object>, List<Object[]>> rowsByKey = lists.rows(table).stream()
                .collect(Collectors.groupingBy(row -> Lists.alike(table, row, query.keyColumns())));
        return keys.stream()
                .map(key -> Alike.of(query.keyColumns(), key.values()))
                .map(values -> ofRows(lists, query, rowsByKey.getOrDefault(values, List.of())))
                .toList();
    }

    private static LoopAnswer ofRows(Lists lists, TableQuery query, List<Object[]> matching) {
        Table table = lists.current(query.table());
        Sorting sorting = new Sorting(lists, table, query.rows().order());
        List<Object[]> meant = meant(lists, sorting, query, matching);
        List<List<Object>> rows = new ArrayList<>();
        for (Object[] row : meant.subList(0, Math.min(meant.size(), query.rowsPerKey()))) {
            List<Object> values = Lists.values(table, row, query.columns());
            if (query.positions()) {
                values.addAll(sorting.position(row));
            }
            rows.add(values);
        }
        List<Object> aggregates = new ArrayList<>();
        query.aggregates().forEach(aggregate -> aggregates.add(Computed.of(table, meant, aggregate)));
        return new LoopAnswer(rows, aggregates);
    }

    private static List<Object[]> meant(Lists lists, Sorting sorting, TableQuery query, List<Object[]> matching) {
        Table table = lists.current(query.table());
        RowSelection selection = query.rows();
        List<Object[]> meant = new ArrayList<>(matching);
        meant.removeIf(row -> !Boolean.TRUE.equals(new Truth(lists).of(table, row, selection.filter())));
        meant.sort(sorting.rows());
        if (!selection.distinctOn().isEmpty()) {
            Set<Object> seen = new HashSet<>();
            meant.removeIf(row -> !seen.add(Lists.alike(table, row, selection.distinctOn())));
        }
        Position after = selection.after();
        Position before = selection.before();
        meant.removeIf(row -> after != null && sorting.compare(sorting.position(row), after.values()) <= 0);
        meant.removeIf(row -> before != null && sorting.compare(sorting.position(row), before.values()) >= 0);
        int first = Math.min(selection.offset(), meant.size());
        return meant.subList(first, first + Math.min(selection.limit(), meant.size() - first));
    }
}
