package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Page;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rows of an array relationship, under the names of the Cursor Connections Specification.
 *
 * @param positions whether rows carry the values of their order, for cursors
 */
record PageAnswer(RowsAnswer rows, Page page, boolean positions) implements Answer {

    @Override
    public Object of(List<@Nullable Object[]> found, @Nullable Object @Nullable [] aggregates, RowMaker maker) {
        boolean more = found.size() > page.size();
        int shown = more ? page.size() : found.size();
        if (shown > rows.most()) {
            return rows.tooMany();
        }
        List<Map<String, @Nullable Object>> edges = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            edges.add(edge(maker.row(i, found.get(i)), found.get(i)));
        }
        if (page.backward()) {
            Collections.reverse(edges);
        }
        return new JoinedForm(maker.layout(), Map.of("edges", edges, "pageInfo", pageInfo(edges, more)));
    }

    private Map<String, @Nullable Object> edge(Row row, @Nullable Object[] values) {
        Map<String, @Nullable Object> edge = new HashMap<>();
        edge.put("node", row);
        if (positions) {
            int columns = row.layout().columns().size();
            List<@Nullable Object> position = Arrays.asList(values).subList(columns, values.length);
            edge.put("cursor", page.cursors().write(position));
        }
        return edge;
    }

    /** That there are rows on the far side of a given cursor is not looked up: the client was there. */
    private Map<String, @Nullable Object> pageInfo(List<Map<String, @Nullable Object>> edges, boolean more) {
        boolean cameFrom = page.rows().after() != null;
        Map<String, @Nullable Object> info = new HashMap<>();
        info.put("hasNextPage", page.backward() ? cameFrom : more);
        info.put("hasPreviousPage", page.backward() ? more : cameFrom);
        info.put("startCursor", edges.isEmpty() ? null : edges.get(0).get("cursor"));
        info.put(
                "endCursor",
                edges.isEmpty() ? null : edges.get(edges.size() - 1).get("cursor"));
        return info;
    }

    /** One row more than the page shows tells whether there is another page. */
    int rowsPerKey() {
        int wanted = page.size() == TableQuery.ALL_ROWS ? TableQuery.ALL_ROWS : page.size() + 1;
        return (int) Math.min(wanted, rows.most() + 1L);
    }
}
