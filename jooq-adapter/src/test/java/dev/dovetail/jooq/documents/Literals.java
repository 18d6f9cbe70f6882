package dev.dovetail.jooq.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of arguments, as a document writes them and as variables have them. */
final class Literals {

    private Literals() {}

    /** A value of an enumeration, which documents write without quotes. */
    record Word(String name) {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + of(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(Literals::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Word word) {
            return word.name();
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    static Object plain(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<Object, Object> plain = new HashMap<>();
            fields.forEach((name, field) -> plain.put(name, plain(field)));
            return plain;
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(Literals::plain).toList();
        }
        return value instanceof Word word ? word.name() : value;
    }
}
