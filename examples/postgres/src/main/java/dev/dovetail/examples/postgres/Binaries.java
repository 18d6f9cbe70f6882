package dev.dovetail.examples.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** PostgreSQL's own files: on the class path as an archive, unpacked once per machine and user. */
final class Binaries {

    private Binaries() {}

    /**
     * The folder with PostgreSQL's {@code bin}, {@code lib} and {@code share}.
     *
     * @param own a directory of the current user; a folder of anybody else's is not trusted
     */
    static Path unpackedFor(Path own) throws IOException {
        String user = Files.getOwner(own).getName().replaceAll("\\W", "_");
        Path home = own.resolveSibling("local-postgres-of-" + user);
        Files.createDirectories(home);
        if (!Files.getOwner(home).equals(Files.getOwner(own))) {
            throw new IllegalStateException(home + " belongs to another user: remove it");
        }
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);

        String archive = archive();
        Path target = home.resolve(checksum(archive));
        if (!Files.exists(target)) {
            unpack(archive, home, target);
        }
        return target;
    }

    /** Unpacks beside the target and then renames, so that a half-unpacked target never shows. */
    private static void unpack(String archive, Path home, Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(home, "unfinished-");
        try (InputStream in = open(archive)) {
            Archive.unpack(in, unfinished);
            Files.move(unfinished, target);
        } catch (FileSystemException e) {
            if (!Files.exists(target)) {
                throw e;
            }
            // another process was faster
        } finally {
            Directories.delete(unfinished);
        }
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + arch + ".txz";
    }

    private static String checksum(String archive) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(open(archive), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static InputStream open(String archive) {
        InputStream in = Binaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IllegalStateException("No PostgreSQL for this platform on the class path (" + archive + ")");
        }
        return in;
    }
}
