package dev.dovetail.examples.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SlowNetworkTest {

    private static final Duration LATENCY = Duration.ofMillis(40);

    private final byte[] answer = new byte[1];
    private ServerSocket echo;
    private SlowNetwork network;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::echo);
        server.setDaemon(true);
        server.start();
        network = SlowNetwork.to(echo.getLocalPort(), LATENCY);
    }

    @AfterEach
    void stop() throws IOException {
        network.close();
        echo.close();
    }

    private void echo() {
        try (Socket client = echo.accept()) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the test is over
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), network.port());
    }

    @Test
    void roundTrip_takesTheLatencyOnce() throws IOException {
        try (Socket client = connect()) {
            long start = System.nanoTime();
            client.getOutputStream().write(7);
            client.getInputStream().readNBytes(answer, 0, 1);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(LATENCY, LATENCY.multipliedBy(2));
            assertThat(answer).containsExactly(7);
        }
    }

    @Test
    void manyWrites_areUnderWayTogether() throws IOException {
        try (Socket client = connect()) {
            long start = System.nanoTime();
            OutputStream out = client.getOutputStream();
            for (int i = 0; i < 100; i++) {
                out.write(i);
            }
            byte[] answers = client.getInputStream().readNBytes(100);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATENCY.multipliedBy(10));
            assertThat(answers).hasSize(100).startsWith(0, 1, 2).endsWith(98, 99);
        }
    }

    @Test
    void largeWrite_arrivesWhole() throws IOException {
        byte[] large = new byte[3_000_000];
        large[2_999_999] = 5;
        try (Socket client = connect()) {
            Thread writer = new Thread(() -> write(client, large));
            writer.start();

            assertThat(client.getInputStream().readNBytes(large.length)).isEqualTo(large);
        }
    }

    private static void write(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void close_endsConnections() throws IOException {
        try (Socket client = connect()) {
            client.getOutputStream().write(7);
            client.getInputStream().readNBytes(answer, 0, 1);

            network.close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
