package dev.dovetail.jooq.internal.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a statement failed, as far as callers are told. */
public enum Fault {
    /** The table is no longer what the catalog says. */
    TABLE_CHANGED,
    /** The database refused a value. */
    INVALID_VALUE,
    /** Another statement would fail as well: for want of a connection or of time. */
    UNAVAILABLE,
    /** The statement was prepared before a column became another; prepared anew, it may well succeed. */
    STALE_PLAN,
    /** Anything else. */
    OTHER;

    /** What PostgreSQL says of it, and others of what they cannot do at all. */
    private static final String STALE = "0A000";

    /** No such column, table, function or operator on the column's type, or types that do not fit. */
    private static final Set<String> CHANGED =
            Set.of("42703", "42P01", "42883", "42704", "42804", "42S02", "42S22", "42S04");

    private static final String INVALID_DATA = "22";
    private static final String DIVISION_BY_ZERO = "22012";

    private static final String CONNECTION = "08";
    private static final String INTERVENTION = "57";

    /** By the state of SQL's standard, and of those databases that keep to it. */
    public static Fault ofState(@Nullable String state) {
        if (state == null) {
            return OTHER;
        }
        if (CHANGED.contains(state)) {
            return TABLE_CHANGED;
        }
        if (state.equals(STALE)) {
            return STALE_PLAN;
        }
        if (state.startsWith(CONNECTION) || state.startsWith(INTERVENTION)) {
            return UNAVAILABLE;
        }
        return state.startsWith(INVALID_DATA) && !state.equals(DIVISION_BY_ZERO) ? INVALID_VALUE : OTHER;
    }
}
