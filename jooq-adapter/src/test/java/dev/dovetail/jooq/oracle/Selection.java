package dev.dovetail.jooq.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields by their aliases. */
public record Selection(Map<String, Field> fields) {

    /** What stands behind an alias. */
    interface Field {

        String text();

        Object answer(Map<String, Object> source, Data data);

        /** How many relationships are selected, here and below. */
        default int relationships() {
            return 0;
        }
    }

    public String text() {
        return fields.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().text())
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    /** What it shows of a row, or of an action's output. */
    public Map<String, Object> answer(Map<String, Object> source, Data data) {
        Map<String, Object> answer = new LinkedHashMap<>();
        fields.forEach((alias, field) -> answer.put(alias, field.answer(source, data)));
        return answer;
    }

    List<Map<String, Object>> answers(List<Map<String, Object>> sources, Data data) {
        return sources.stream().map(source -> answer(source, data)).toList();
    }

    /** How many relationships are selected at all levels. */
    public int relationships() {
        return fields.values().stream().mapToInt(Field::relationships).sum();
    }
}
