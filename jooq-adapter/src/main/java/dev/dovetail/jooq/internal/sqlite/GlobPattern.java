package dev.dovetail.jooq.internal.sqlite;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.statement.BindType;

/** Patterns of {@code like} as those of {@code glob}, the one of both that tells letter case apart. */
final class GlobPattern {

    /** A pattern as a parameter. */
    static final BindType BIND = GlobPattern::of;

    private GlobPattern() {}

    private static String of(Object pattern) {
        String like = LikePattern.whole(pattern);
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char character = like.charAt(i);
            switch (character) {
                case '%' -> glob.append('*');
                case '_' -> glob.append('?');
                case '\\' -> appendItself(glob, like.charAt(++i));
                default -> appendItself(glob, character);
            }
        }
        return glob.toString();
    }

    private static void appendItself(StringBuilder glob, char character) {
        boolean special = character == '*' || character == '?' || character == '[';
        glob.append(special ? "[" + character + "]" : String.valueOf(character));
    }
}
