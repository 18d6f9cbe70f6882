package dev.dovetail.table.contract;

import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.Set;

/**
 * A database under test, and how the tests change it. One instance may serve all tests; it is used by one thread at a
 * time, except for its sources.
 *
 * <p>What a database cannot do is declared here. The tests do not pass over it: they prove that it is refused, or not
 * there, instead of being answered wrongly.
 */
public interface ContractDatabase {

    /** A source that knows the tables as they are now: its catalog was not read before this call. */
    TableSource source();

    /**
     * Creates a table, instead of one that has the same name, and fills it.
     *
     * @param rows one value for each column, in the columns' order: of the class that the column's {@link
     *     dev.dovetail.table.ColumnKind} says, except that JSON is given as its text, binary as {@code byte[]}, and an
     *     array as a list
     * @return what sources call the table
     * @throws RuntimeException if the database has no such columns, or refuses the values
     */
    TableName create(ContractTable table, List<Object[]> rows);

    /** Drops a table that was created, behind the back of sources that know it. */
    void drop(TableName table);

    /** Drops a column, behind the back of sources that know it. */
    void dropColumn(TableName table, String column);

    /** Renames a column, behind the back of sources that know it. */
    void renameColumn(TableName table, String column, String newName);

    /** The number of statements that sources sent since this was last called, those that read the catalog included. */
    int statements();

    /** Whether the database has columns like this one; all by default. The name of the column does not matter. */
    default boolean has(ContractColumn column) {
        return true;
    }

    /** What the database, or its source, cannot do; nothing by default. */
    default Set<Gap> gaps() {
        return Set.of();
    }

    /** How many statements a batch of this many keys may take: one by default, as every database that can must. */
    default int statementsFor(int keys) {
        return 1;
    }
}
