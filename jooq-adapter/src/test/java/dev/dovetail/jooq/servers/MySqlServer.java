package dev.dovetail.jooq.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The MySQL of an archive, which Maven's profile {@code mysql} downloads, and names in a system property. */
public final class MySqlServer {

    private static final String ARCHIVE = "dovetail.mysql";

    /** A fifth of the archive. */
    private static final List<String> NEEDED = List.of(
            "bin/mysqld",
            "lib/private/libcrypto.so.",
            "lib/private/libssl.so.",
            "lib/private/libprotobuf-lite.so.",
            "lib/private/icu",
            "lib/plugin/component_reference_cache.so",
            "share/charsets/",
            "share/english/",
            "share/messages_");

    private static final LocalServer SERVER = start();

    private MySqlServer() {}

    /** One server for all tests; the first call starts it. */
    public static LocalServer server() {
        return SERVER;
    }

    private static LocalServer start() {
        String archive = System.getProperty(ARCHIVE);
        if (archive == null) {
            throw new IllegalStateException("Run this with Maven's profile mysql");
        }
        try {
            Path directory = LocalServer.directory();
            unpack(Path.of(archive), directory);
            String program = directory.resolve("bin/mysqld").toString();
            String data = "--datadir=" + directory.resolve("data");
            LocalServer.run(directory, List.of(program, "--no-defaults", "--initialize-insecure", data));
            return LocalServer.start(
                    "mysql",
                    directory,
                    program,
                    "--no-defaults",
                    data,
                    "--mysqlx=OFF",
                    "--socket=" + directory.resolve("socket"),
                    "--pid-file=" + directory.resolve("pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && NEEDED.stream().anyMatch(entry.getName()::startsWith)) {
                    unpack(zip, entry, directory.resolve(entry.getName()));
                }
            }
        }
        if (!directory.resolve("bin/mysqld").toFile().setExecutable(true)) {
            throw new IOException("Cannot make the server executable in " + directory);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}
