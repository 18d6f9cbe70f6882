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

        /** Whether rows, here or below, stand deeper in the answer than the field of their relationship. */
        default boolean isUneven() {
            return false;
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

    int relationships() {
        return fields.values().stream().mapToInt(Field::relationships).sum();
    }

    boolean isUneven() {
        return fields.values().stream().anyMatch(Field::isUneven);
    }

    /**
     * How many statements it may take, whatever the number of rows: one for each relationship. Where the fields of a level
     * are reached by ways of several lengths, graphql-java takes the level for complete when it has but the first of its
     * rows; what comes later takes a second statement.
     */
    public int mostStatements() {
        return isUneven() ? 2 * relationships() : relationships();
    }
}
