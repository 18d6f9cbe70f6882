package dev.dovetail.examples.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A node as a process. */
final class NodeProcess {

    /** The file that tells that the node is in the cluster. */
    static final String READY = "ready";

    private static final Duration START = Duration.ofMinutes(4);

    /** What Ignite reaches into, by its own documentation of what it needs since Java 17. */
    private static final List<String> OPENED = List.of(
            "java.base/jdk.internal.access",
            "java.base/jdk.internal.misc",
            "java.base/sun.nio.ch",
            "java.base/sun.util.calendar",
            "java.management/com.sun.jmx.mbeanserver",
            "jdk.internal.jvmstat/sun.jvmstat.monitor",
            "java.base/sun.reflect.generics.reflectiveObjects",
            "jdk.management/com.sun.management.internal",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.net",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.locks",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.math",
            "java.sql/java.sql",
            "java.base/java.time",
            "java.base/java.text",
            "java.management/sun.management");

    private final Path directory;
    private final Process process;

    private NodeProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /**
     * Starts a node and does not wait for it.
     *
     * @param directory for its files; its log is beside it
     * @param others the discovery ports of the other nodes
     */
    static NodeProcess start(Path directory, Ports ports, Stream<Integer> others) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-DIGNITE_QUIET=true", "-DIGNITE_NO_ASCII=true"));
        command.addAll(List.of("-DIGNITE_UPDATE_NOTIFIER=false", "-Djava.net.preferIPv4Stack=true"));
        // Ignite stores moments: where the zone of a node is not the client's, dates and times are other ones
        command.add("-Duser.timezone=" + java.util.TimeZone.getDefault().getID());
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName()));
        command.addAll(List.of(directory.toString(), "" + ports.communication(), "" + ports.clients()));
        command.add("" + ports.discovery());
        others.forEach(port -> command.add("" + port));
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(directory.resolve(READY));
            return new NodeProcess(
                    directory,
                    new ProcessBuilder(command)
                            // where Ignite writes what its own work directory is not for
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory)))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.File log(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log").toFile();
    }

    /** Waits until the node is in the cluster. */
    void await() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(directory.resolve(READY))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The node did not start; see " + log(directory));
            }
            // between two looks for the file by which another process says that it is ready
            Thread.sleep(50);
        }
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
