package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.duckdb.DuckDialect;
import dev.dovetail.jooq.internal.h2.H2Dialect;
import dev.dovetail.jooq.internal.ignite.IgniteDialect;
import dev.dovetail.jooq.internal.mysql.MySqlDialect;
import dev.dovetail.jooq.internal.postgres.PostgresDialect;
import dev.dovetail.jooq.internal.sqlite.SqliteDialect;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.SQLDialect;

/** The databases that Dovetail speaks to. */
final class Dialects {

    private static final Set<SQLDialect> WITH_LATERAL =
            EnumSet.of(SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB, SQLDialect.MYSQL);

    private static final String KNOWN = "PostgreSQL, YugabyteDB, MySQL, MariaDB, H2, SQLite, DuckDB and Ignite";

    private Dialects() {}

    /**
     * How to speak to a database.
     *
     * @throws UnsupportedOperationException if Dovetail cannot, or must not, or not by this strategy
     */
    static Dialect of(SQLDialect database, Strategy strategy) {
        if (strategy == Strategy.LATERAL && !WITH_LATERAL.contains(database.family())) {
            throw new UnsupportedOperationException(
                    database.family().getName() + " has no lateral: use another strategy than LATERAL");
        }
        return switch (database.family()) {
            case POSTGRES -> PostgresDialect.postgres(strategy::or);
            case YUGABYTEDB -> PostgresDialect.alike(strategy::or);
            case H2 -> H2Dialect.of(strategy::or);
            case MYSQL -> MySqlDialect.mySql(strategy::or);
            case MARIADB -> MySqlDialect.mariaDb(strategy::or);
            case DUCKDB -> DuckDialect.of(strategy::or);
            case SQLITE -> SqliteDialect.of(strategy::or);
            case IGNITE -> ignite(strategy);
            case HSQLDB ->
                throw refused(database, "jOOQ writes its window functions in a way that it answers with wrong rows");
            case DERBY ->
                throw refused(database, "it has no window functions with partitions, and few keys fit a statement");
            default -> throw refused(database, "nobody has tried yet whether its answers are right");
        };
    }

    private static UnsupportedOperationException refused(SQLDialect database, String reason) {
        return new UnsupportedOperationException("Dovetail does not speak to "
                + database.family().getName() + ": " + reason + ". It speaks to " + KNOWN);
    }

    private static Dialect ignite(Strategy strategy) {
        if (strategy != Strategy.AUTOMATIC) {
            throw new UnsupportedOperationException(
                    "Ignite has no window functions: use no other strategy than AUTOMATIC");
        }
        return IgniteDialect.create();
    }
}
