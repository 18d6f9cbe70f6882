package dev.dovetail.examples.quickstart.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** The page and its GraphQL endpoint, for this machine only. */
public final class WebServer implements AutoCloseable {

    private final HttpServer server;

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /** Starts the server on this port, or on a free one if somebody else has it. */
    public static WebServer start(int port, Requests requests, Transcript transcript) {
        try {
            HttpServer server = bind(port);
            byte[] queries = JsonMapper.shared().writeValueAsBytes(ReadyQueries.all());
            server.createContext("/", new StaticFiles());
            server.createContext("/queries.json", exchange -> Http.send(exchange, 200, Http.JSON, queries));
            server.createContext("/graphql", new GraphQlEndpoint(requests, transcript));
            server.start();
            return new WebServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that was found. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The page's address. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
    }
}
