package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A filter, in SQL's logic of three values: null is unknown. */
interface Condition {

    /** The fields of the input object that says it; names may repeat, which GraphQL does not allow in one object. */
    List<String> fields();

    Boolean holds(Map<String, Object> row, Data data);

    default String text() {
        return fields().stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /** The conditions in this object, each with a field of its own. */
    record Every(List<Condition> parts) implements Condition {
        @Override
        public List<String> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            return all(parts.stream().map(part -> part.holds(row, data)).toList());
        }
    }

    /** {@code _and}. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public List<String> fields() {
            return List.of("_and: " + list(parts));
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            return new Every(parts).holds(row, data);
        }
    }

    /** {@code _or}. */
    record Some(List<Condition> parts) implements Condition {
        @Override
        public List<String> fields() {
            return List.of("_or: " + list(parts));
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            return not(
                    all(parts.stream().map(part -> not(part.holds(row, data))).toList()));
        }
    }

    /** {@code _not}. */
    record Not(Condition part) implements Condition {
        @Override
        public List<String> fields() {
            return List.of("_not: " + part.text());
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            return not(part.holds(row, data));
        }
    }

    /** A column that compares with several values. */
    record Compares(Column column, Map<Comparison, Object> values) implements Condition {
        @Override
        public List<String> fields() {
            return List.of(values.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + Literals.graphql(entry.getValue()))
                    .collect(Collectors.joining(", ", column.name() + ": {", "}")));
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            Object cell = row.get(column.name());
            List<Boolean> each = new ArrayList<>();
            values.forEach((comparison, value) -> each.add(comparison.holds(column.kind(), cell, value)));
            return all(each);
        }
    }

    /** A relationship that leads to at least one row for which a condition holds. */
    record Leads(Relation relation, Condition condition) implements Condition {
        @Override
        public List<String> fields() {
            return List.of(relation.name() + ": " + condition.text());
        }

        @Override
        public Boolean holds(Map<String, Object> row, Data data) {
            return data.matches(relation, row).stream()
                    .flatMap(List::stream)
                    .anyMatch(target -> Boolean.TRUE.equals(condition.holds(target, data)));
        }
    }

    private static String list(List<Condition> parts) {
        return parts.stream().map(Condition::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Boolean all(List<Boolean> parts) {
        return parts.contains(false) ? Boolean.FALSE : parts.contains(null) ? null : Boolean.TRUE;
    }

    private static Boolean not(Boolean part) {
        return part == null ? null : Boolean.valueOf(!part);
    }
}
