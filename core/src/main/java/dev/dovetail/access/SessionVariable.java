package dev.dovetail.access;

import java.util.Objects;

/**
 * A variable of the caller's {@link dev.dovetail.session.Session}, in the place of a value of a {@link RowFilter}.
 *
 * <p>Its value is converted to the column's type strictly, as the keys of relationships are: {@code "7"} and {@code 7}
 * are one integer, {@code "abc"} is none, and the field is then refused with {@code access-denied}. A caller whose
 * session lacks the variable is refused with {@code session-variable-missing}, before any action's handler runs.
 *
 * @param name as the session has it, letter case included
 */
public record SessionVariable(String name) {

    public SessionVariable {
        Objects.requireNonNull(name, "name");
    }

    /** The variable of this name. */
    public static SessionVariable of(String name) {
        return new SessionVariable(name);
    }
}
