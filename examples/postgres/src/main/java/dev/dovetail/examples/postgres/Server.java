package dev.dovetail.examples.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;

/** One server's life: {@code initdb} once, or a copy of another's data, then {@code pg_ctl} to start and stop it. */
final class Server {

    private static final String SETTINGS = """

            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 100
            fsync = off
            full_page_writes = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    /** What this file says counts more than what the primary's own settings say, which are copied with its data. */
    private static final String STANDBY_SETTINGS = """

            port = %d
            primary_conninfo = 'host=127.0.0.1 port=%d user=%s'
            wal_retrieve_retry_interval = '200ms'
            """;

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final Launcher launcher;
    private final int port;

    Server(Path binaries, Path directory, Launcher launcher, int port) {
        this.binaries = binaries;
        this.data = directory.resolve("data");
        this.log = directory.resolve("server.log");
        this.launcher = launcher;
        this.port = port;
    }

    int port() {
        return port;
    }

    void initialise(String user) throws IOException {
        launcher.run(
                tool("initdb"),
                "--pgdata=" + data,
                "--username=" + user,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "--no-instructions");
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS.formatted(port), StandardOpenOption.APPEND);
    }

    /** Makes the server a standby of another one, which must be running. */
    void follow(Server primary, DataSource running, String user) throws IOException {
        Backup.copy(running, primary.data, data);
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                STANDBY_SETTINGS.formatted(port, primary.port, user),
                StandardOpenOption.APPEND);
        Backup.write(data.resolve("standby.signal"), "");
    }

    /** Makes a standby a primary. */
    void promote() {
        launcher.run(tool("pg_ctl"), "promote", "--wait", "--silent", "--pgdata=" + data);
    }

    void start() {
        launcher.run(tool("pg_ctl"), "start", "--wait", "--silent", "--pgdata=" + data, "--log=" + log);
    }

    void stop() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            launcher.run(tool("pg_ctl"), "stop", "--wait", "--silent", "--mode=immediate", "--pgdata=" + data);
        }
    }

    private String tool(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }
}
