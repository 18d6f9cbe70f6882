package dev.dovetail.jooq;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * How one database is asked: each has its own best way, and several run statements wrongly that jOOQ renders for them
 * without complaint. A dialect is added when its statements were proven on the real database.
 */
interface Dialect {

    /** The dialect of this database. */
    static Dialect of(DSLContext dsl) {
        return switch (dsl.family()) {
            case POSTGRES, YUGABYTEDB -> PostgresDialect.INSTANCE;
            default ->
                throw new UnsupportedOperationException(
                        "Dovetail does not speak to " + dsl.family().getName() + " yet; it speaks to PostgreSQL");
        };
    }

    /** What describes the tables of this database. */
    TableCatalog catalog(DSLContext dsl);

    /** The operators that filters may use on columns of a type. */
    Set<Operator> operators(ColumnType type);

    /** The statement that makes the rest of a transaction, and nothing behind it, a session's. */
    ResultQuery<?> enter(DSLContext dsl, DatabaseSession session);

    /**
     * The statement for a batch. Its first column is the ordinal of a key, counted from 1 as SQL does. The key's
     * aggregates follow, if the query has any. Then, if the query has rows: behind aggregates, whether there is a row;
     * the columns of the query, in their order; and the values of the order, if the query wants positions.
     *
     * @param values what there is for a slot: its value, or the slot itself
     */
    Select<?> statement(Shape shape, Function<Slot, Object> values);

    /**
     * The statement for a tree, which gives what {@link Tree} says.
     *
     * @param values what there is for a slot, which is a {@link LevelSlot}
     */
    QueryPart statement(Tree tree, Function<Slot, Object> values);

    /** Whether there is such a statement. */
    boolean answersTrees(DSLContext dsl);

    /** What reads a column of this kind from a result. */
    ColumnReader reader(ColumnType type);

    /** What reads an aggregate from a result. */
    ColumnReader reader(Aggregate aggregate);
}
