package dev.dovetail.hasura;

import dev.dovetail.session.Session;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions whose variables have the names that imported access rules, and Hasura's handlers, read. */
public final class HasuraSession {

    private static final String PREFIX = "x-hasura-";
    private static final String ROLE = PREFIX + "role";

    private HasuraSession() {}

    /**
     * The session of Hasura's session variables, such as the claims of a token that the host has verified. Their names
     * become lower case; the role is {@code x-hasura-role}. Other names are left out, and so are nulls.
     *
     * <p>Where a permission looks for a column among a variable's values ({@code _in}), the value is a collection here,
     * and not PostgreSQL's text of an array.
     *
     * <p>The role {@code admin} may call every imported action and read every imported table: take these variables from
     * nothing that a client can write.
     */
    public static Session of(Map<String, ? extends @Nullable Object> variables) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                known.put(lower, value);
            }
        });
        Object role = known.get(ROLE);
        return Session.of(role == null ? null : role.toString(), known);
    }
}
