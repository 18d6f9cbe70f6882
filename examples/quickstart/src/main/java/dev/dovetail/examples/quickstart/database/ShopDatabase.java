package dev.dovetail.examples.quickstart.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.postgres.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** A real PostgreSQL with users, orders and items; gone when it is closed. */
public final class ShopDatabase implements AutoCloseable {

    private final LocalPostgres postgres;
    private final HikariDataSource pool = new HikariDataSource();
    private final StatementLog statements = new StatementLog();

    private ShopDatabase(LocalPostgres postgres) {
        this.postgres = postgres;
        pool.setDataSource(postgres.dataSource());
        pool.setMaximumPoolSize(4);
        DSL.using(pool, SQLDialect.POSTGRES).execute(script());
    }

    /**
     * Starts the database and fills it.
     *
     * @throws IllegalStateException if PostgreSQL does not run here; the message says why
     */
    public static ShopDatabase start() {
        return new ShopDatabase(LocalPostgres.start());
    }

    /** The database as a program's own jOOQ code sees it; statements go to the log. */
    public DSLContext dsl() {
        return DSL.using(
                new DefaultConfiguration().set(pool).set(SQLDialect.POSTGRES).derive(statements));
    }

    /** The same database for others, whose statements are not logged. */
    public DataSource dataSource() {
        return pool;
    }

    /** The log of what {@link #dsl()} has sent. */
    public StatementLog statements() {
        return statements;
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }

    private static String script() {
        try (InputStream in = ShopDatabase.class.getResourceAsStream("/shop.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
