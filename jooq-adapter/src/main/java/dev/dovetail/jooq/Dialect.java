package dev.dovetail.jooq;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableQuery;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

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

    /**
     * The statement for a batch. Its first column is the ordinal of the key that the row matches, counted from 1 as
     * SQL does; the columns of the query follow, in their order.
     */
    ResultQuery<?> statement(DSLContext dsl, TableQuery query, List<JoinKey> keys);

    /** What reads a column of this kind from a result. */
    ColumnReader reader(ColumnType type);
}
