package dev.dovetail.jooq.internal.statement;

import org.jooq.SelectQuery;

/**
 * The shape of a statement for many keys of each of which some rows are chosen, or aggregates wanted. Which one is fast
 * depends on the database, and on whether an index finds the rows of a key.
 */
@FunctionalInterface
public interface ManyKeys {

    /** Looks the rows of each key up by themselves: for databases with {@code lateral}, and columns with an index. */
    ManyKeys LATERAL = (parts, keys, shape) -> new LateralRows(parts, keys, false).select();

    /** Reads the rows of all keys at once and ranks those of each. */
    ManyKeys RANKED = (parts, keys, shape) -> new RankedRows(parts, keys).select();

    /**
     * Finds the primary keys of the first rows of each key by themselves, and reads those rows: for databases without
     * {@code lateral}. Where there is no such key or no index, or more than rows is wanted, these are ranked.
     */
    ManyKeys PICKED = (parts, keys, shape) ->
            PickedRows.suit(parts) ? new PickedRows(parts, keys).select() : RANKED.select(parts, keys, shape);

    /** A statement with the results that {@link BatchStatement} describes; a key without rows may have none. */
    SelectQuery<?> select(Parts parts, Keys keys, Shape shape);

    /** The same for one key, where aggregates are wanted. */
    default SelectQuery<?> ofOne(Parts parts, Keys keys) {
        return new LateralRows(parts, keys, true).select();
    }
}
