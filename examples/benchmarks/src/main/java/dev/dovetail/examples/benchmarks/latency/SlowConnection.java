package dev.dovetail.examples.benchmarks.latency;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/** One client's connection through the proxy; it ends on both sides when it ends on one. */
final class SlowConnection {

    private final Socket client;
    private final Socket server;
    private final DelayLine requests;

    SlowConnection(Socket client, Socket server, Duration latency) {
        this.client = client;
        this.server = server;
        this.requests = new DelayLine(latency);
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        thread("requests", this::collect);
        thread("deliveries", () -> closeAfter(() -> requests.deliverTo(server.getOutputStream())));
        thread("answers", () -> closeAfter(() -> pass(server, this::answer)));
    }

    private void collect() {
        try {
            pass(client, requests::send);
        } catch (IOException e) {
            // the client is gone; what it has sent is still delivered
        }
        requests.end();
    }

    private void answer(byte[] buffer, int length) throws IOException {
        client.getOutputStream().write(buffer, 0, length);
    }

    void close() {
        close(client);
        close(server);
    }

    /** Takes what was read. */
    @FunctionalInterface
    private interface Receiver {
        void take(byte[] buffer, int length) throws IOException;
    }

    private static void pass(Socket from, Receiver to) throws IOException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            to.take(buffer, length);
        }
    }

    /** What a thread does until its side of the connection ends. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void closeAfter(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            // the other side is gone, as this one is then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, "slow-network-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing was to be written any more
        }
    }
}
