package dev.dovetail.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The caller on whose behalf data is read: a role and named variables.
 *
 * <p>A session is part of the identity of every lookup: two callers never share a batch, whatever else they have in
 * common. Sessions are therefore compared by value, and variables should have a proper {@code equals}. The idea of a
 * role with session variables is Hasura's.
 *
 * <p><b>Thread-safety:</b> immutable, as long as the variables' values are.
 */
public final class Session {

    /** The session of a host that tells no callers apart: no role, no variables. */
    public static final Session ANONYMOUS = new Session(null, Map.of());

    private final @Nullable String role;
    private final Map<String, Object> variables;

    private Session(@Nullable String role, Map<String, Object> variables) {
        this.role = role;
        this.variables = variables;
    }

    /**
     * A session with a role and variables.
     *
     * @param role the caller's role, or null for none
     * @param variables values by name; entries whose value is null are left out
     */
    public static Session of(@Nullable String role, Map<String, ? extends @Nullable Object> variables) {
        Map<String, Object> known = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return new Session(role, Map.copyOf(known));
    }

    /** The caller's role, or null when it has none. */
    public @Nullable String role() {
        return role;
    }

    /** The session variables by name; never holds a null value. */
    public Map<String, Object> variables() {
        return variables;
    }

    /** The value of one variable, or null when the session does not have it. */
    public @Nullable Object variable(String name) {
        return variables.get(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Session that
                        && Objects.equals(role, that.role)
                        && variables.equals(that.variables));
    }

    @Override
    public int hashCode() {
        return 31 * variables.hashCode() + (role == null ? 0 : role.hashCode());
    }

    /** The role and the names of the variables; their values may be secrets and are left out. */
    @Override
    public String toString() {
        return "Session[role=" + role + ", variables=" + variables.keySet() + "]";
    }
}
