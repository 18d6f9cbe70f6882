package dev.dovetail.examples.benchmarks.data;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The pool of connections that all contenders share. */
public final class Pool {

    /** How many there are. */
    public static final int CONNECTIONS = 4;

    private Pool() {}

    /** Opens a pool of connections to the PostgreSQL that listens on a port of this machine. */
    public static HikariDataSource to(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
