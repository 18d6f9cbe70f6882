package dev.dovetail.jooq.internal.standard;

import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.InvalidValueException;

/** The patterns of {@code like}, with a backslash as the escape. */
public final class LikePattern {

    /** A pattern as a parameter. */
    public static final BindType BIND = LikePattern::whole;

    private LikePattern() {}

    /**
     * The pattern. A database reads it only as far as a value matches, and would refuse it or not by what is in the table.
     *
     * @throws InvalidValueException if it ends with an escape
     */
    public static String whole(Object pattern) {
        String text = pattern.toString();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        if ((text.length() - end) % 2 == 1) {
            throw new InvalidValueException(new IllegalArgumentException("The pattern ends with an escape"));
        }
        return text;
    }
}
