package dev.dovetail.jooq.oracle;

import dev.dovetail.jooq.oracle.Selection.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of rows, and of an action's output. */
final class Fields {

    private Fields() {}

    /** A column, or a field of the output. */
    record OfColumn(String name) implements Field {
        @Override
        public String text() {
            return name;
        }

        @Override
        public Object answer(Map<String, Object> source, Data data) {
            return Kind.shown(source.get(name));
        }
    }

    /** The row, or the rows, of a relationship. */
    record OfRows(Relation relation, Choice choice, Selection selection) implements Field {
        @Override
        public String text() {
            return relation.name() + Choice.written(choice.arguments()) + " " + selection.text();
        }

        @Override
        public Object answer(Map<String, Object> source, Data data) {
            List<Map<String, Object>> shown = selection.answers(choice.rows(relation, source, data), data);
            if (relation.many()) {
                return shown;
            }
            return shown.isEmpty() ? null : shown.get(0);
        }

        @Override
        public int relationships() {
            return 1 + selection.relationships();
        }

        @Override
        public boolean isUneven() {
            return selection.isUneven();
        }
    }

    /**
     * Aggregates of the rows of a relationship, and the rows.
     *
     * @param nodes selections of the rows, by their aliases
     */
    record OfAggregates(Relation relation, Choice choice, Map<String, Aggregate> values, Map<String, Selection> nodes)
            implements Field {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder(relation.name() + "_aggregate");
            text.append(Choice.written(choice.arguments())).append(" { aggregate {");
            values.forEach((alias, value) ->
                    text.append(" ").append(alias).append(": ").append(value.text()));
            text.append(" }");
            nodes.forEach((alias, node) ->
                    text.append(" ").append(alias).append(": nodes ").append(node.text()));
            return text.append(" }").toString();
        }

        @Override
        public Object answer(Map<String, Object> source, Data data) {
            List<Map<String, Object>> rows = choice.rows(relation, source, data);
            Map<String, Object> computed = new LinkedHashMap<>();
            values.forEach((alias, value) -> computed.put(alias, value.of(rows)));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("aggregate", computed);
            nodes.forEach((alias, node) -> answer.put(alias, node.answers(rows, data)));
            return answer;
        }

        @Override
        public int relationships() {
            return 1
                    + nodes.values().stream().mapToInt(Selection::relationships).sum();
        }

        @Override
        public boolean isUneven() {
            return true;
        }
    }

    /** One page of the rows of a relationship. */
    record OfPage(Relation relation, Page page, Selection node) implements Field {
        @Override
        public String text() {
            return relation.name() + "_connection" + Choice.written(page.arguments()) + " { edges { node " + node.text()
                    + " } pageInfo { hasNextPage hasPreviousPage } }";
        }

        @Override
        public Object answer(Map<String, Object> source, Data data) {
            List<Map<String, Object>> edges = page.shown(relation, source, data).stream()
                    .map(row -> Map.<String, Object>of("node", node.answer(row, data)))
                    .toList();
            return Map.of("edges", edges, "pageInfo", page.info(relation, source, data));
        }

        @Override
        public int relationships() {
            return 1 + node.relationships();
        }

        @Override
        public boolean isUneven() {
            return true;
        }
    }
}
