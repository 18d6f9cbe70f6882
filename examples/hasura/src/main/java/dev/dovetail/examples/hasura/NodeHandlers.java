package dev.dovetail.examples.hasura;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** The project's handlers, running in Node; they end with this. */
final class NodeHandlers implements AutoCloseable {

    private final Process process;
    private final int port;

    private NodeHandlers(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts them.
     *
     * @throws IllegalStateException if Node is not there, or they do not start
     */
    static NodeHandlers start(Path directory, String secret) {
        ProcessBuilder node = new ProcessBuilder(
                        "node", directory.resolve("handlers.js").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().put("HANDLER_SECRET", secret);
        try {
            Process process = node.start();
            BufferedReader output = process.inputReader();
            String port = output.readLine();
            if (port == null) {
                throw new IllegalStateException("The handlers did not start; see what Node said");
            }
            return new NodeHandlers(process, Integer.parseInt(port));
        } catch (IOException e) {
            throw new IllegalStateException("The handlers need Node (18 or later) as 'node' on the PATH", e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
