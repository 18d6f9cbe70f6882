package dev.dovetail.examples.benchmarks.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy in front of a server on this machine. What a client sends arrives later by the latency; what the server
 * answers is passed on at once. So a round trip takes longer, but as much may be under way as without the proxy.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class SlowNetwork implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ServerSocket listener;
    private final int serverPort;
    private final Duration latency;
    private final Set<SlowConnection> connections = ConcurrentHashMap.newKeySet();

    private SlowNetwork(ServerSocket listener, int serverPort, Duration latency) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.latency = latency;
    }

    /** Starts a proxy in front of a port of this machine. */
    public static SlowNetwork to(int serverPort, Duration latency) {
        try {
            SlowNetwork network = new SlowNetwork(new ServerSocket(0, 50, HERE), serverPort, latency);
            Thread thread = new Thread(network::acceptAll, "slow-network");
            thread.setDaemon(true);
            thread.start();
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of this machine that clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(SlowConnection::close);
    }

    private void acceptAll() {
        try {
            while (true) {
                SlowConnection connection =
                        new SlowConnection(listener.accept(), new Socket(HERE, serverPort), latency);
                connections.add(connection);
                connection.start();
            }
        } catch (IOException e) {
            // closed; if the server is gone, clients are refused from now on
            close();
        }
    }
}
