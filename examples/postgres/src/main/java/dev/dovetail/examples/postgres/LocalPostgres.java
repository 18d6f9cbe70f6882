package dev.dovetail.examples.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server with an empty database, for as long as this object is open.
 *
 * <p>It listens on a free port of 127.0.0.1, trusts every local connection, and is tuned for speed, not for keeping
 * data. {@link #stop()} and {@link #restart()} let a test lose the database and get it back; {@link #startStandby()}
 * starts a second one that follows it.
 *
 * <pre>{@code
 * LocalPostgres primary = LocalPostgres.start();
 * LocalPostgres standby = primary.startStandby();
 * primary.stop();
 * standby.promote();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path directory;
    private final Server server;
    private final Thread stopAtExit = new Thread(this::release, "stop-local-postgres");
    private boolean closed;

    private LocalPostgres(Path directory, Server server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts a server; the first start on a machine unpacks its files, which takes some seconds.
     *
     * @throws IllegalStateException if this platform or user cannot run PostgreSQL; the message says why
     */
    public static LocalPostgres start() {
        return start(server -> server.initialise(USER));
    }

    /**
     * Starts a streaming standby of this server, which must be running: a server of its own, with its own port, that
     * replays what is committed here, some milliseconds later, and answers queries. It is to be closed by itself. Stopped
     * and restarted, either finds the other again.
     *
     * @throws IllegalStateException if this server is stopped or closed
     */
    public LocalPostgres startStandby() {
        return start(standby -> standby.follow(server, dataSource(), USER));
    }

    private static LocalPostgres start(Preparation preparation) {
        try {
            Path directory = Files.createTempDirectory("local-postgres-");
            try {
                return startIn(directory, preparation);
            } catch (IOException | RuntimeException e) {
                Directories.delete(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalPostgres startIn(Path directory, Preparation preparation) throws IOException {
        Path binaries = Binaries.unpackedFor(directory);
        Server server = new Server(binaries, directory, Launcher.in(directory), Ports.free());
        LocalPostgres postgres = new LocalPostgres(directory, server);
        Runtime.getRuntime().addShutdownHook(postgres.stopAtExit);
        try {
            preparation.prepare(server);
            server.start();
            return postgres;
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** A source of new connections, without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(USER);
        return dataSource;
    }

    /** The URL of the database {@code postgres}; connect as {@link #user()}, with no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }

    /** The name of the superuser. */
    public String user() {
        return USER;
    }

    /** Stops the server as if it was killed: every connection breaks, committed data stays. Does nothing if stopped. */
    public synchronized void stop() {
        server.stop();
    }

    /**
     * Starts the server again, on the same port and data, after stopping it if it runs.
     *
     * @throws IllegalStateException if this object is closed
     */
    public synchronized void restart() {
        if (closed) {
            throw new IllegalStateException("This PostgreSQL is closed and its data is gone");
        }
        server.stop();
        server.start();
    }

    /**
     * Ends the standby's following: it becomes a primary, which takes writes.
     *
     * @throws IllegalStateException if this is no running standby
     */
    public synchronized void promote() {
        server.promote();
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            // the JVM is exiting: the hook runs, and finds nothing to do
        }
    }

    private synchronized void release() {
        if (!closed) {
            closed = true;
            server.stop();
            Directories.delete(directory);
        }
    }

    /** Lays a server's data before its first start. */
    private interface Preparation {
        void prepare(Server server) throws IOException;
    }
}
