package dev.dovetail.hasura;

import dev.dovetail.internal.failure.Faults;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables of the environment; all that are not set are reported together. */
final class Environment {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final Function<String, @Nullable String> variables;
    private final Faults faults;

    Environment(Function<String, @Nullable String> variables, Faults faults) {
        this.variables = variables;
        this.faults = faults;
    }

    /** The variable's value, or null after a fault. */
    @Nullable
    String value(Entry place, String variable) {
        String value = variables.apply(variable);
        if (value == null) {
            faults.add(place.place(), "the environment has no variable " + variable + "; set it");
            return null;
        }
        return value;
    }

    /** The text, with {@code {{VARIABLE}}} replaced; null after a fault. */
    @Nullable
    String resolve(Entry place) {
        Matcher template = TEMPLATE.matcher(place.text());
        StringBuilder text = new StringBuilder();
        boolean known = true;
        while (template.find()) {
            String value = value(place, template.group(1));
            known = known && value != null;
            template.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return known ? template.appendTail(text).toString() : null;
    }
}
