package dev.dovetail.examples.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Copies the data of a running server, as {@code pg_basebackup} does, which is not among the binaries. What the copy lacks
 * is in the server's write-ahead log.
 */
final class Backup {

    /** What is the server's own, and not its data's. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_wal");

    private Backup() {}

    /**
     * Copies the data.
     *
     * @param running connects to the server as a superuser
     * @param target does not exist
     */
    static void copy(DataSource running, Path data, Path target) throws IOException {
        try (Connection connection = running.getConnection();
                Statement statement = connection.createStatement()) {
            // or the server would soon forget what the copy lacks
            statement.execute("alter system set wal_keep_size = '256MB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('standby', fast => true)");
            Files.walkFileTree(data, new Copy(data, target));
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                write(target.resolve("backup_label"), label.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The server cannot be copied", e);
        }
    }

    /** Makes a file that belongs to whom the folder belongs to. */
    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setOwner(file, Files.getOwner(file.resolveSibling("PG_VERSION")));
    }

    /** Keeps owners and permissions. Files may go while they are copied; the log says so, too. */
    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            copy(directory);
            return isLeftOut(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isLeftOut(file)) {
                copy(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException exception) throws IOException {
            if (exception instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw exception;
        }

        private boolean isLeftOut(Path file) {
            return LEFT_OUT.contains(from.relativize(file).toString());
        }

        private void copy(Path file) throws IOException {
            try {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException e) {
                // gone in between
            }
        }
    }
}
