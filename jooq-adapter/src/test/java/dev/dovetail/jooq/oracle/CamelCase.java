package dev.dovetail.jooq.oracle;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes queries for a schema in camel case. */
public final class CamelCase {

    private static final Pattern TEXT_OR_NAME = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*");
    private static final Pattern DIRECTION = Pattern.compile("(asc|desc)(_nulls_(first|last))?");

    private CamelCase() {}

    /** The query with all names in camel case, and those of directions in capitals. */
    public static String query(String text) {
        return TEXT_OR_NAME.matcher(text).replaceAll(found -> quoted(written(found.group())));
    }

    /** A column's name as that of a field. */
    public static String name(String column) {
        return Pattern.compile("(?<=\\w)_(\\w)").matcher(column).replaceAll(CamelCase::capital);
    }

    private static String written(String found) {
        if (found.startsWith("\"")) {
            return found;
        }
        return DIRECTION.matcher(found).matches() ? found.toUpperCase(Locale.ROOT) : name(found);
    }

    private static String capital(MatchResult letter) {
        return letter.group(1).toUpperCase(Locale.ROOT);
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
