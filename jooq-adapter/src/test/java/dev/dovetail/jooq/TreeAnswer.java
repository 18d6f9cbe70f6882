package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.lookup.Lookup;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import graphql.GraphQLContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a query and what is asked of its rows, as nested lists that can be compared. */
record TreeAnswer(JooqTableSource source) {

    /** For each key its aggregates and its rows, each row with the same of its branches. */
    List<Object> levelByLevel(TableQuery query, List<JoinKey> keys, List<TableBranch> branches) {
        Map<JoinKey, Integer> ordinals = new LinkedHashMap<>();
        keys.stream().filter(key -> key != null).forEach(key -> ordinals.putIfAbsent(key, ordinals.size()));
        TableRows none = new TableRows(1);
        TableRows rows = ordinals.isEmpty() ? none : load(query, List.copyOf(ordinals.keySet()), List.of());
        TableRows all = new TableRows(keys.size());
        for (int place = 0; place < keys.size(); place++) {
            Integer ordinal = ordinals.get(keys.get(place));
            if (ordinal != null) {
                int target = place;
                rows.of(ordinal).forEach(row -> all.add(target, row));
                Object[] aggregates = rows.aggregatesOf(ordinal);
                if (aggregates != null) {
                    all.setAggregates(place, aggregates);
                }
            }
        }
        List<Object[]> parents = rowsOf(all, keys.size());
        List<List<Object>> answers = new ArrayList<>();
        for (TableBranch branch : branches) {
            List<JoinKey> next =
                    parents.stream().map(row -> key(row, query, branch.from())).toList();
            answers.add(levelByLevel(branch.query(), next, branch.branches()));
        }
        return answer(query, all, keys.size(), answers);
    }

    /** The same of rows that were loaded with their branches, which are all there but for those that ask for nothing. */
    static List<Object> of(TableQuery query, TableRows rows, int keys, List<TableBranch> branches) {
        return of(query, rows, keys, branches, Lookup.asks(query));
    }

    private static List<Object> of(
            TableQuery query, TableRows rows, int keys, List<TableBranch> branches, boolean answered) {
        int count = rowsOf(rows, keys).size();
        List<List<Object>> answers = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            TableBranch branch = branches.get(i);
            TableRows next = rows.branch(i);
            boolean asks = answered && Lookup.asks(branch.query()) && query.rowsPerKey() > 0;
            if (asks != (next != null)) {
                throw new AssertionError("Branch " + i + " should be answered: " + asks);
            }
            TableRows found = next == null ? new TableRows(count) : next;
            answers.add(of(branch.query(), found, count, branch.branches(), asks));
        }
        return answer(query, rows, keys, answers);
    }

    TableRows load(TableQuery query, List<JoinKey> keys, List<TableBranch> branches) {
        TableRequest request =
                new TableRequest(query, keys, Session.ANONYMOUS, GraphQLContext.getDefault()).with(branches);
        return source.load(request).toCompletableFuture().join();
    }

    private static List<Object> answer(TableQuery query, TableRows rows, int keys, List<List<Object>> branches) {
        List<Object> answer = new ArrayList<>();
        int number = 0;
        for (int place = 0; place < keys; place++) {
            List<Object> found = new ArrayList<>();
            for (Object[] row : rows.of(place)) {
                List<Object> node = new ArrayList<>(List.of(values(row)));
                for (List<Object> branch : branches) {
                    node.add(branch.get(number));
                }
                found.add(node);
                number++;
            }
            if (query.rows().order().isEmpty()) {
                found.sort(Comparator.comparing(Object::toString));
            }
            answer.add(List.of(aggregates(rows.aggregatesOf(place)), found));
        }
        return answer;
    }

    /** Without rows, those that are not there and those of nothing mean the same. */
    private static List<Object> aggregates(Object[] aggregates) {
        if (aggregates == null || Arrays.stream(aggregates).allMatch(value -> value == null || value.equals(0L))) {
            return List.of();
        }
        return values(aggregates);
    }

    private static List<Object> values(Object[] row) {
        List<Object> values = new ArrayList<>();
        for (Object value : row) {
            values.add(
                    value instanceof BigDecimal number
                            ? number.stripTrailingZeros().toPlainString()
                            : value);
        }
        return Collections.unmodifiableList(values);
    }

    private static List<Object[]> rowsOf(TableRows rows, int keys) {
        List<Object[]> all = new ArrayList<>();
        for (int place = 0; place < keys; place++) {
            all.addAll(rows.of(place));
        }
        return all;
    }

    private static JoinKey key(Object[] row, TableQuery query, List<Column> from) {
        Object[] values = from.stream()
                .map(column -> row[query.columns().indexOf(column)])
                .toArray();
        return Arrays.asList(values).contains(null) ? null : JoinKey.of(values);
    }
}
