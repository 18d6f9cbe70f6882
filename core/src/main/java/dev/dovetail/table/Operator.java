package dev.dovetail.table;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a filter compares a column with a value. The terms are those of Hasura's boolean expressions.
 *
 * <p>A comparison with a column that is null is neither true nor false, as in SQL, except for {@link #IS_NULL}.
 */
public enum Operator {
    /** Equal, by the database's own equality; the value is one of the column's kind. */
    EQ,
    /** Not equal; the value is one of the column's kind. */
    NEQ,
    /** Greater; the value is one of the column's kind. */
    GT,
    /** Greater or equal; the value is one of the column's kind. */
    GTE,
    /** Less; the value is one of the column's kind. */
    LT,
    /** Less or equal; the value is one of the column's kind. */
    LTE,
    /** Equal to one of a list of values of the column's kind; never true for an empty list. */
    IN,
    /** Equal to none of a list of values of the column's kind; true for an empty list. */
    NIN,
    /** Null, or not null where the value is {@code false}. */
    IS_NULL,
    /** Matches a pattern of SQL's, letter case told apart. */
    LIKE,
    /** Does not match a pattern of SQL's, letter case told apart. */
    NLIKE,
    /** Matches a pattern of SQL's in any letter case. */
    ILIKE,
    /** Does not match a pattern of SQL's in any letter case. */
    NILIKE,
    /** Matches a regular expression of SQL's own ({@code similar to}). */
    SIMILAR,
    /** Does not match a regular expression of SQL's own. */
    NSIMILAR,
    /** Matches a regular expression of the database's. */
    REGEX,
    /** Does not match a regular expression of the database's. */
    NREGEX,
    /** Matches a regular expression of the database's in any letter case. */
    IREGEX,
    /** Does not match a regular expression of the database's in any letter case. */
    NIREGEX,
    /** A document or array that contains the value, which is a document or array itself. */
    CONTAINS,
    /** A document or array that is contained in the value. */
    CONTAINED_IN,
    /** A document that has the value, a {@link String}, as a key of its top level. */
    HAS_KEY,
    /** A document that has one of the values, strings, as a key of its top level. */
    HAS_KEYS_ANY,
    /** A document that has all of the values, strings, as keys of its top level. */
    HAS_KEYS_ALL;

    /** The operators that every database has for values which can be told apart. */
    public static final Set<Operator> EQUALITY = Collections.unmodifiableSet(EnumSet.of(EQ, NEQ, IN, NIN, IS_NULL));

    /** {@link #EQUALITY}, and the operators that every database has for values which have an order. */
    public static final Set<Operator> COMPARISON =
            Collections.unmodifiableSet(EnumSet.of(EQ, NEQ, GT, GTE, LT, LTE, IN, NIN, IS_NULL));

    /** The operators that match text with a pattern. */
    public static final Set<Operator> PATTERN = Collections.unmodifiableSet(EnumSet.range(LIKE, NIREGEX));

    /** The operators that look into documents. */
    public static final Set<Operator> DOCUMENT = Collections.unmodifiableSet(EnumSet.range(CONTAINS, HAS_KEYS_ALL));
}
