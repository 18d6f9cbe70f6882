package dev.dovetail.table;

import org.jspecify.annotations.Nullable;

/**
 * What the host's code has for the values of a column, where that is not what the database stores: {@code true} for {@code
 * 'Y'}, a constant of an enumeration for a number. The idea is jOOQ's {@code Converter}.
 *
 * <p>A {@link TableSource} has nothing to do with it but to describe its columns with it: whatever it is asked for and gives
 * is as the database stores it.
 *
 * <p><b>Thread-safety:</b> implementations must be thread-safe, and should be equal where they convert alike, so that columns
 * which are joined to each other are known to.
 */
public interface ColumnConversion {

    /**
     * The type that the column has for clients, whose kind says the Java class of what is shown; null when they see what the
     * database stores, and only keys and operands may be the host's own values.
     */
    @Nullable
    ColumnType shownType();

    /**
     * What is shown for a stored value; asked only if there is a {@link #shownType()}.
     *
     * @param stored as a row carries it, never null
     * @throws RuntimeException if it is no value that the host's code knows: its field fails with {@code
     *     column-conversion-failed}
     */
    @Nullable
    Object shown(Object stored);

    /**
     * What the database stores for a value that is compared with the column.
     *
     * @param given of the class that {@link #shownType()} says; else whatever an action or a rule of access gave
     * @return null if it can be no value of the column
     * @throws RuntimeException likewise
     */
    @Nullable
    Object stored(Object given);
}
