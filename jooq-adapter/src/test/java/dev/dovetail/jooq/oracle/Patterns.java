package dev.dovetail.jooq.oracle;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of SQL's. */
final class Patterns {

    /** Those that PostgreSQL and Java understand alike; no text has more than one line but for one. */
    static final List<String> REGULAR = List.of("a", "^a", "b$", "[ab]+", "^.{2}$", "a|x", "\\\\", "\\?", "^$", "[{}]");

    /** Regular expressions in SQL's own way. */
    static final List<String> SIMILAR = List.of("%(a|b)%", "a%", "_", "(ab|B)", "%", "a_", "[ab]+");

    private Patterns() {}

    static String randomLike(Pick pick) {
        String text = Kind.TEXT.random(pick).toString();
        return switch (pick.below(6)) {
            case 0 -> "%";
            case 1 -> "%" + text + "%";
            case 2 -> "_" + text;
            case 3 -> text + "%";
            case 4 -> "a\\%";
            default -> text;
        };
    }

    static boolean like(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        return switch (pattern.charAt(0)) {
            case '%' -> like(text, rest) || (!text.isEmpty() && like(text.substring(1), pattern));
            case '_' -> !text.isEmpty() && like(text.substring(1), rest);
            case '\\' -> text.startsWith(rest.substring(0, 1)) && like(text.substring(1), rest.substring(1));
            default -> text.startsWith(pattern.substring(0, 1)) && like(text.substring(1), rest);
        };
    }

    static boolean similar(String text, String pattern) {
        String regular = pattern.replace("%", ".*").replace("_", ".");
        return Pattern.compile(regular, Pattern.DOTALL).matcher(text).matches();
    }
}
