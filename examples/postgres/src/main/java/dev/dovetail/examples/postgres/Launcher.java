package dev.dovetail.examples.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's tools in one directory. PostgreSQL refuses to run as root, so root runs them as another user.
 *
 * @param prefix what stands before each command; empty for an ordinary user
 */
record Launcher(Path directory, List<String> prefix) {

    private static final int NOBODY = 65_534;

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** The files still belong to root, who just has no privileges in a user namespace of its own. */
    private static final List<String> IN_USER_NAMESPACE = List.of("unshare", "--user");

    /** The launcher for the current user, who must have created the directory. */
    static Launcher in(Path directory) throws IOException {
        if (!isRoots(directory)) {
            return new Launcher(directory, List.of());
        }
        if (canRun(AS_NOBODY)) {
            Files.setAttribute(directory, "unix:uid", NOBODY);
            return new Launcher(directory, AS_NOBODY);
        }
        if (canRun(IN_USER_NAMESPACE)) {
            return new Launcher(directory, IN_USER_NAMESPACE);
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither setpriv nor unshare (both in the"
                + " package util-linux) can switch to another user here: run this as an ordinary user");
    }

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException with the command's output, if it fails
     */
    void run(String... command) {
        try {
            Path output = Files.createTempFile("local-postgres-", ".out");
            try {
                int exitCode = exitCode(directory, output, concat(prefix, command));
                if (exitCode != 0) {
                    throw failure(command, exitCode, Files.readString(output, Charset.defaultCharset()));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException failure(String[] command, int exitCode, String output) throws IOException {
        Path log = directory.resolve("server.log");
        String details = Files.exists(log) ? output + Files.readString(log, Charset.defaultCharset()) : output;
        return new IllegalStateException(
                String.join(" ", command) + " ended with code " + exitCode + ":\n" + details.strip());
    }

    private static boolean isRoots(Path directory) throws IOException {
        Set<String> views = directory.getFileSystem().supportedFileAttributeViews();
        return views.contains("unix")
                && Files.getAttribute(directory, "unix:uid").equals(0);
    }

    private static boolean canRun(List<String> prefix) throws IOException {
        Path nowhere = Path.of(File.separator);
        Path output = Files.createTempFile("local-postgres-", ".out");
        try {
            return exitCode(nowhere, output, concat(prefix, "id", "-u")) == 0
                    && !Files.readString(output).strip().equals("0");
        } catch (IOException commandNotFound) {
            return false;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> concat(List<String> prefix, String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /** Output goes to a file: the server inherits it, and would keep a pipe open for as long as it runs. */
    private static int exitCode(Path workingDirectory, Path output, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            return process.onExit().orTimeout(2, TimeUnit.MINUTES).join().exitValue();
        } catch (CompletionException e) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within two minutes", e);
        }
    }
}
