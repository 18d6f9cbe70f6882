package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of an answer: its data and its errors.
 *
 * @param errors each with its path within the part, its code and its message
 */
record AnswerPart(Object data, List<String> errors) {

    static AnswerPart at(ExecutionResult result, List<Object> path) {
        assertThat(result.<Object>getData()).as("%s", result.getErrors()).isNotNull();
        Object data = result.getData();
        for (Object step : path) {
            data = step instanceof Integer index ? ((List<?>) data).get(index) : ((Map<?, ?>) data).get(step);
        }
        return new AnswerPart(data, errors(result, path));
    }

    private static List<String> errors(ExecutionResult result, List<Object> path) {
        return result.getErrors().stream()
                .filter(error -> error.getPath().size() >= path.size()
                        && error.getPath().subList(0, path.size()).equals(path))
                .map(error -> error(error, path.size()))
                .sorted()
                .toList();
    }

    private static String error(GraphQLError error, int skipped) {
        List<Object> path = error.getPath();
        return path.subList(skipped, path.size()) + " " + error.getExtensions().get("code") + ": " + error.getMessage();
    }

    /** The part of one element, if this is a list's. */
    AnswerPart at(int index) {
        String prefix = "[" + index + ", ";
        return new AnswerPart(
                ((List<?>) data).get(index),
                errors.stream()
                        .filter(error -> error.startsWith(prefix))
                        .map(error -> "[" + error.substring(prefix.length()))
                        .toList());
    }

    /** All that it says, cursors in plain text. */
    String text() {
        StringBuilder text = new StringBuilder();
        append(data, text);
        return text.append(errors).toString();
    }

    private static void append(Object value, StringBuilder text) {
        if (value instanceof List<?> list) {
            list.forEach(element -> append(element, text));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                boolean cursor = member != null
                        && key.toString().toLowerCase(Locale.ROOT).endsWith("cursor");
                append(cursor ? decoded(member.toString()) : member, text);
            });
        } else {
            text.append(value).append(' ');
        }
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
