package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.InvalidValueException;
import java.nio.charset.StandardCharsets;

/**
 * The patterns of {@code like}, with {@link #ESCAPE} in place of the backslash: what a backslash means in the text of a
 * statement depends on the server's {@code sql_mode}.
 */
final class MySqlPattern {

    static final char ESCAPE = '|';

    static final BindType BIND = MySqlPattern::translated;

    private MySqlPattern() {}

    private static String translated(Object pattern) {
        String whole = LikePattern.whole(pattern);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(whole)) {
            throw new InvalidValueException(new IllegalArgumentException("The pattern has half a character"));
        }
        StringBuilder translated = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            boolean escaped = whole.charAt(i) == '\\';
            char character = whole.charAt(escaped ? ++i : i);
            if (character == ESCAPE || (escaped && (character == '%' || character == '_'))) {
                translated.append(ESCAPE);
            }
            translated.append(character);
        }
        return translated.toString();
    }
}
