package dev.dovetail.jooq.internal.dialect;

import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Operator;
import dev.dovetail.table.TableRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * How one database is asked: each has its own best way, and several run statements wrongly that jOOQ renders for them
 * without complaint. A dialect is added when its statements were proven on the real database.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public interface Dialect {

    /** What describes the tables of this database. */
    TableCatalog catalog(DSLContext dsl);

    /** The type of a column of a class that jOOQ generated from such a database. */
    ColumnType typeOf(DataType<?> type);

    /** The operators that filters may use on columns of a type. */
    Set<Operator> operators(ColumnType type);

    /** What there is no right statement for; such queries are refused. */
    default Set<Feature> unsupported() {
        return Set.of();
    }

    /**
     * The statement for a batch. Its first column is the ordinal of a key, counted from 1 as SQL does. The key's
     * aggregates follow, if the query has any. Then, if the query has rows: behind aggregates, whether there is a row;
     * the columns of the query, in their order; and the values of the order, if the query wants positions.
     *
     * @param values what there is for a slot: its value, or the slot itself
     */
    Select<?> statement(Shape shape, Function<Slot, Object> values);

    /**
     * What one statement is to answer at a time of a batch. The whole of it, unless statements of the database name their
     * keys one by one, which bounds their number, or cannot give rows and aggregates at once.
     */
    default List<Piece> pieces(TableRequest request) {
        return List.of(new Piece(request, 0));
    }

    /** How many keys the statement for a batch names one by one; 0 if its text is the same for any number of them. */
    default int namedKeys(TableRequest request) {
        return 0;
    }

    /** Trees; null where each level is asked for by itself. */
    default @Nullable TreeSql trees() {
        return null;
    }

    /** The servers that the database has rows from; null if there are none. */
    default @Nullable Servers servers() {
        return null;
    }

    /** What reads a column of this kind from a result. */
    ColumnReader reader(ColumnType type);

    /** What reads an aggregate from a result. */
    ColumnReader reader(Aggregate aggregate);

    /** The statement that makes the rest of a transaction, and nothing behind it, a session's; null if there is none. */
    default @Nullable ResultQuery<?> enter(DSLContext dsl, Map<String, String> settings) {
        return null;
    }

    /** Whether a statement that failed makes all others of its transaction fail. */
    default boolean failureEndsTransaction() {
        return false;
    }

    /** Whether results are fetched a part at a time only within a transaction. */
    default boolean fetchesInTransaction() {
        return false;
    }

    /** Why a statement failed. */
    default Fault faultOf(SQLException failure) {
        return Fault.ofState(failure.getSQLState());
    }
}
