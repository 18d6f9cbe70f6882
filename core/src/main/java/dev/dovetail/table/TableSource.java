package dev.dovetail.table;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A database, as Dovetail sees it: it describes tables and loads rows by key.
 *
 * <p>An implementation must keep these rules:
 *
 * <ul>
 *   <li>A row belongs to a key when the <em>database</em> finds them equal. A right answer numbers the keys, lets the
 *       database join the numbered keys with the table, and files each row under the number that came back with it. A
 *       wrong one reads the rows with {@code IN (...)} and looks the keys up in a hash map: it loses every row whose
 *       key is spelled differently ({@code 'abc'} in a case-insensitive column, {@code 'ab      '} in a padded one).
 *   <li>Only the columns that are asked for are read, and every row carries them in the order asked.
 *   <li>One statement answers the whole batch, unless the database bounds the size of a statement.
 *   <li>A failure completes the stage exceptionally (or is thrown). One that concerns some keys alone, whose rows are in a
 *       part of the database that is down, may be said of these keys ({@link TableRows#fail}), and the others be answered.
 *       No key ever gets part of its rows.
 * </ul>
 *
 * <p><b>Thread-safety:</b> implementations must be thread-safe.
 */
public interface TableSource {

    /**
     * Describes a table or view, at start-up, and again whenever the catalog is refreshed.
     *
     * @param name a table of this source
     * @return the description, or null when there is no such table
     */
    @Nullable
    Table describe(TableName name);

    /**
     * The names of tables that a host may have meant by a name that does not exist; used in messages only.
     *
     * @return names as {@code schema.name}; empty when the source cannot tell
     */
    default List<String> knownTables() {
        return List.of();
    }

    /**
     * The foreign keys of a table, for definitions that are made of them; none when the source cannot tell.
     *
     * @param name a table of this source
     */
    default List<ForeignKey> foreignKeys(TableName name) {
        return List.of();
    }

    /**
     * The operators that filters may use on columns of a type. The operators of {@link Operator#COMPARISON} that make
     * sense for the kind by default; a source whose database has more says so.
     */
    default Set<Operator> operators(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN, ENUM, UUID -> Operator.EQUALITY;
            case JSON, BINARY, ARRAY, OTHER -> Set.of(Operator.IS_NULL);
            default -> Operator.COMPARISON;
        };
    }

    /**
     * What no query of this source's tables may ask for; nothing by default. Clients are not offered it then, and what the
     * host declares that needs it is a fault at start-up. A source refuses such queries all the same.
     *
     * @return the same whenever it is called
     */
    default Set<Feature> unsupported() {
        return Set.of();
    }

    /**
     * Loads the rows of a batch of keys.
     *
     * @return completes with the rows of every key of the request, on any thread
     */
    CompletionStage<TableRows> load(TableRequest request);
}
