package dev.dovetail.examples.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a node listens, on loopback alone.
 *
 * @param discovery where nodes find each other
 * @param communication where nodes talk to each other
 * @param clients where clients connect
 */
record Ports(int discovery, int communication, int clients) {

    /** Ports that nobody listens on; all are found before any is used, so that no two are the same. */
    static List<Ports> free(int nodes) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * nodes; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Ports> ports = new ArrayList<>();
            for (int i = 0; i < sockets.size(); i += 3) {
                ports.add(new Ports(
                        sockets.get(i).getLocalPort(),
                        sockets.get(i + 1).getLocalPort(),
                        sockets.get(i + 2).getLocalPort()));
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
