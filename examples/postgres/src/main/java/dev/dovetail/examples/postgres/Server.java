package dev.dovetail.examples.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server's life: {@code initdb} once, then {@code pg_ctl} to start and stop it. */
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
