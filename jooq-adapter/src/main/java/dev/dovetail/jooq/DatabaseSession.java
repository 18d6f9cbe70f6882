package dev.dovetail.jooq;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the database takes the caller for while it answers a lookup: a role and settings that its own rules of access, such
 * as PostgreSQL's row-level security, can read.
 *
 * <pre>{@code
 * DatabaseSession.NONE.role("app_user").setting("app.tenant", session.variable("tenant"))
 * }</pre>
 *
 * <p>Names and values travel as parameters, never as part of a statement's text.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class DatabaseSession {

    /** No role and no settings: a lookup is answered as the connection's own user, without a statement in front of it. */
    public static final DatabaseSession NONE = new DatabaseSession(null, Map.of());

    /** To PostgreSQL, the role by which a connection gets the rights of its login back. */
    private static final String NO_ROLE = "none";

    private static final Set<String> ROLES = Set.of("role", "session_authorization");

    private final @Nullable String role;
    private final Map<String, String> settings;

    private DatabaseSession(@Nullable String role, Map<String, String> settings) {
        this.role = role;
        this.settings = settings;
    }

    /**
     * The same settings with this role. Row-level security has no effect on superusers and, unless it is forced, on the
     * owners of tables; the role of a caller should be neither.
     *
     * @param name of a role that the connection's user may take, letter case included; it needs no quotes
     * @throws IllegalArgumentException if the name is no role's
     */
    public DatabaseSession role(String name) {
        if (name.isEmpty() || name.equals(NO_ROLE)) {
            throw new IllegalArgumentException("A database session needs the name of a role, not '" + name + "'");
        }
        return new DatabaseSession(text(name), settings);
    }

    /**
     * The same role and settings with this one, in place of an earlier value of it.
     *
     * @param name such as {@code app.tenant}
     * @param value whose {@code toString()} is the setting's; null is set as the empty text, so that the policies of a
     *     caller without a value never see one that the connection, its user or the database has by default
     * @throws IllegalArgumentException if the name is one of those that {@link #role} is for
     */
    public DatabaseSession setting(String name, @Nullable Object value) {
        if (ROLES.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Setting " + name + " is a role: say .role(name)");
        }
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(text(name), text(Objects.toString(value, "")));
        return new DatabaseSession(role, more);
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no text with the character NUL in it");
        }
        return text;
    }

    boolean isEmpty() {
        return role == null && settings.isEmpty();
    }

    /** Everything that is to be set, by name; the role comes last, as it might not be allowed to set the others. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (role != null) {
            all.put("role", role);
        }
        return all;
    }

    /** The names of the settings only: what they hold, and the role, may be secrets. */
    @Override
    public String toString() {
        return "DatabaseSession" + settings.keySet();
    }
}
