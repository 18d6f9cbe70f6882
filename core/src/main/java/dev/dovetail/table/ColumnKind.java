package dev.dovetail.table;

/**
 * The kinds of column values that Dovetail tells apart, whatever a database calls them.
 *
 * <p>The kind says which Java class a row carries for a column, and so what an adapter must deliver and what a data
 * fetcher of the host may expect.
 */
public enum ColumnKind {
    /** {@link Boolean}. */
    BOOLEAN,
    /** A 16-bit integer, as {@link Integer}. */
    SMALLINT,
    /** A 32-bit integer, as {@link Integer}. */
    INTEGER,
    /** A 64-bit integer, as {@link Long}. */
    BIGINT,
    /** An exact decimal, as {@link java.math.BigDecimal}. */
    DECIMAL,
    /** A 32-bit float, as {@link Float}. */
    REAL,
    /** A 64-bit float, as {@link Double}. */
    DOUBLE,
    /** Text of any length, as {@link String}. */
    TEXT,
    /** One of the labels of an enumeration, as {@link String}. */
    ENUM,
    /** {@link java.util.UUID}. */
    UUID,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** A time of day, as {@link java.time.LocalTime}. */
    TIME,
    /** A time of day with an offset, as {@link java.time.OffsetTime}. */
    TIME_WITH_ZONE,
    /** A date and time without a zone, as {@link java.time.LocalDateTime}. */
    TIMESTAMP,
    /** An instant, as {@link java.time.OffsetDateTime}. */
    TIMESTAMP_WITH_ZONE,
    /** A JSON document, as a tree of {@link java.util.Map}, {@link java.util.List} and scalars. */
    JSON,
    /** Bytes, as a Base64 {@link String}. */
    BINARY,
    /** A {@link java.util.List} of the element type's values. */
    ARRAY,
    /** Any other type, as the text that the database prints for it. */
    OTHER;

    /** Whether values of this kind can be keys of a relationship: they have one spelling that can be checked first. */
    public boolean joinable() {
        return switch (this) {
            case JSON, BINARY, ARRAY, OTHER -> false;
            default -> true;
        };
    }
}
