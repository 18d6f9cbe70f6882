package dev.dovetail.jooq.oracle;

import dev.dovetail.jooq.oracle.Page.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A page of a relationship of an action's output, from which others are reached. */
public record Walk(Relation relation, Page page, Data data) {

    /** The first page, or the last one, of random rows. */
    public static Walk random(Random random, Data data, boolean forward) {
        Pick pick = new Pick(random);
        Relation relation = pick.of(Shop.relationsOf(Shop.OUTPUT).stream()
                .filter(one -> one.many() && !one.listOfKeys())
                .toList());
        Condition where = pick.oneIn(2) ? null : new RandomConditions(pick).of(relation.target(), 2);
        List<Order> order = new RandomOrders(pick, data).of(relation.target());
        int size = 1 + pick.below(3);
        Page page = forward ? Page.forward(where, order, size) : Page.backward(where, order, size);
        return new Walk(relation, page, data);
    }

    /** What selects the page as {@code page}, with its cursors and the primary keys of its rows. */
    public String text() {
        String key = primaryKey().stream().collect(Collectors.joining(" ", "{ ", " }"));
        return "{ page: " + relation.name() + "_connection" + Choice.written(page.arguments())
                + " { edges { cursor node " + key
                + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
    }

    /** The primary keys of the page's rows. */
    public List<Map<String, Object>> nodes(Map<String, Object> source) {
        return keys(page.shown(relation, source, data));
    }

    /** The primary keys of all rows, without any place or number. */
    public List<Map<String, Object>> all(Map<String, Object> source) {
        return keys(Page.forward(page.where(), page.order(), null).all(relation, source, data));
    }

    /** {@code hasNextPage} and {@code hasPreviousPage}. */
    public Map<String, Object> info(Map<String, Object> source) {
        return page.info(relation, source, data);
    }

    /** How many rows the page has at most. */
    public int size() {
        return page.last() == null ? page.first() : page.last();
    }

    /** The page behind the last row of this one. */
    public Walk next(Map<String, Object> source, String endCursor) {
        List<Map<String, Object>> rows = page.shown(relation, source, data);
        return at(page.first(), null, new Place(rows.get(rows.size() - 1), endCursor), null);
    }

    /** The page in front of the first row of this one. */
    public Walk previous(Map<String, Object> source, String startCursor) {
        return at(
                null,
                page.last(),
                null,
                new Place(page.shown(relation, source, data).get(0), startCursor));
    }

    /** Part of what is between two of this page's rows. */
    public Walk between(Map<String, Object> source, List<String> cursors, Random random) {
        Pick pick = new Pick(random);
        List<Map<String, Object>> rows = page.shown(relation, source, data);
        int from = pick.below(rows.size());
        int to = pick.below(rows.size());
        Integer size = pick.of(null, 0, 1, 2, 5);
        boolean forward = pick.oneIn(2);
        return at(
                forward ? size : null,
                forward ? null : size,
                pick.oneIn(4) ? null : new Place(rows.get(from), cursors.get(from)),
                pick.oneIn(4) ? null : new Place(rows.get(to), cursors.get(to)));
    }

    /** The page of all rows. */
    public Walk whole() {
        return at(null, null, null, null);
    }

    private Walk at(Integer first, Integer last, Place after, Place before) {
        return new Walk(relation, new Page(page.where(), page.order(), first, last, after, before), data);
    }

    private List<Map<String, Object>> keys(List<Map<String, Object>> rows) {
        return rows.stream().map(this::key).toList();
    }

    private Map<String, Object> key(Map<String, Object> row) {
        Map<String, Object> key = new LinkedHashMap<>();
        List<String> columns = relation.target().primaryKey();
        for (int i = 0; i < columns.size(); i++) {
            key.put("k" + i, row.get(columns.get(i)));
        }
        return key;
    }

    private List<String> primaryKey() {
        List<String> columns = relation.target().primaryKey();
        return columns.stream()
                .map(column -> "k" + columns.indexOf(column) + ": " + column)
                .toList();
    }
}
