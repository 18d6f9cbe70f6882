package dev.dovetail.jooq.internal.lookup;

/** When branches of a request are answered along with it. */
public enum TreeUse {
    /** As soon as that is possible. */
    ALWAYS,
    /** Where it is likely to be faster. */
    MEASURED,
    /** Not at all. */
    NEVER
}
