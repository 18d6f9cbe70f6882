package dev.dovetail.jooq.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server for as long as the JVM runs. It listens on a free port of 127.0.0.1 and has one user, {@code root}, without a
 * password; it is tuned for speed, not for keeping data.
 */
public final class LocalServer {

    /** Root must say that it means to be root. */
    static final List<String> AS_ROOT =
            System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();

    /** In a zone with an hour that comes twice a year, whose instants are easily mixed up. */
    private static final String ZONE = "Europe/Berlin";

    private static final long SECONDS_TO_START = 60;
    private static final long MILLIS_BETWEEN_ATTEMPTS = 100;

    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=128M",
            "--max-connections=200");

    private final String protocol;
    private final Path directory;
    private final int port;

    private LocalServer(String protocol, Path directory, int port) {
        this.protocol = protocol;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a server on data that are there, and waits until it answers.
     *
     * @param protocol of JDBC
     * @param directory holds {@code data}; is removed at the end
     */
    static LocalServer start(String protocol, Path directory, String... command) throws IOException {
        LocalServer server = new LocalServer(protocol, directory, freePort());
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(SETTINGS);
        whole.addAll(AS_ROOT);
        whole.add("--port=" + server.port);
        Process process = process(directory, whole);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, directory), "stop-" + protocol));
        server.await(process);
        return server;
    }

    /** The URL of a database, or of none; connect as {@code root}. */
    public String url(String database) {
        return "jdbc:" + protocol + "://127.0.0.1:" + port + "/" + database;
    }

    /** An empty directory for a server. */
    static Path directory() throws IOException {
        Path directory = Files.createTempDirectory("dovetail-");
        Files.createDirectory(directory.resolve("data"));
        return directory;
    }

    /** Runs a command to its end. */
    static void run(Path directory, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(AS_ROOT);
        try {
            Process process = process(directory, whole);
            if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw failure(directory, String.join(" ", whole));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process process(Path directory, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()));
        builder.environment().put("TZ", ZONE);
        return builder.start();
    }

    private void await(Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw failure(directory, "The server");
            }
            try {
                // a server does not tell when it is up: it has to be asked
                Thread.sleep(MILLIS_BETWEEN_ATTEMPTS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean answers() {
        try (Connection connection =
                DriverManager.getConnection(url("") + "?allowPublicKeyRetrieval=true", "root", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static IllegalStateException failure(Path directory, String what) throws IOException {
        return new IllegalStateException(
                what + " failed:\n" + Files.readString(log(directory), Charset.defaultCharset()));
    }

    private static Path log(Path directory) {
        return directory.resolve("server.log");
    }

    private static void stop(Process process, Path directory) {
        process.destroyForcibly();
        try {
            process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
