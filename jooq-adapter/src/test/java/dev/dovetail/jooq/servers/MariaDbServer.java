package dev.dovetail.jooq.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The MariaDB that is installed on this machine. */
public final class MariaDbServer {

    private static final LocalServer SERVER = start();

    private MariaDbServer() {}

    /** One server for all tests; the first call starts it. */
    public static LocalServer server() {
        return SERVER;
    }

    private static LocalServer start() {
        try {
            Path directory = LocalServer.directory();
            LocalServer.run(
                    directory,
                    List.of(
                            program("mariadb-install-db"),
                            "--no-defaults",
                            "--datadir=" + directory.resolve("data"),
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db"));
            return LocalServer.start(
                    "mariadb",
                    directory,
                    program("mariadbd"),
                    "--no-defaults",
                    "--datadir=" + directory.resolve("data"),
                    "--socket=" + directory.resolve("socket"),
                    "--pid-file=" + directory.resolve("pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(String name) {
        List<String> places = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator)));
        places.addAll(List.of("/usr/sbin", "/usr/local/sbin", "/usr/libexec"));
        return places.stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + name + ": install MariaDB (on Debian, the package mariadb-server)"))
                .toString();
    }
}
