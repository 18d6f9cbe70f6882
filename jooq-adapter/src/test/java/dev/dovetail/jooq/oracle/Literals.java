package dev.dovetail.jooq.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values as SQL and GraphQL write them. */
final class Literals {

    private Literals() {}

    static String sql(Column column, Object value) {
        if (value == null) {
            return "null";
        }
        String text = column.kind() == Kind.DOCUMENT
                ? json(value)
                : value instanceof List<?> list ? array(list) : value.toString();
        return "'" + text.replace("'", "''") + "'";
    }

    private static String array(List<?> list) {
        return list.stream().map(Objects::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literals::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String ? quoted(value) : String.valueOf(value);
    }

    static String graphql(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + graphql(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literals::graphql).collect(Collectors.joining(", ", "[", "]"));
        }
        boolean bare = value == null || value instanceof Number || value instanceof Boolean;
        return bare ? String.valueOf(value) : quoted(Kind.shown(value));
    }

    private static String quoted(Object text) {
        String escaped =
                text.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped + '"';
    }
}
