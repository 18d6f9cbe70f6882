package dev.dovetail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service that answers each connection with bytes as they are given, and then hangs up or resets. */
final class RawService implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] answer;
    private final boolean reset;

    private RawService(byte[] answer, boolean reset) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        this.reset = reset;
        Thread thread = new Thread(this::serve, "raw-service");
        thread.setDaemon(true);
        thread.start();
    }

    static RawService answering(String head, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.getBytes(StandardCharsets.US_ASCII));
        bytes.write(body);
        return new RawService(bytes.toByteArray(), false);
    }

    static RawService resetting() throws IOException {
        return new RawService(new byte[0], true);
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/action");
    }

    private void serve() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    serve(socket);
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) throws IOException {
        readHead(socket.getInputStream());
        if (reset) {
            socket.setSoLinger(true, 0);
            return;
        }
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
    }

    private static void readHead(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 4) {
            int read = in.read();
            if (read < 0) {
                return;
            }
            ends = read == "\r\n\r\n".charAt(ends) ? ends + 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
