package dev.dovetail.examples.quickstart.userservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A little REST service with a port of its own.
 *
 * <p>To create a user, it takes {@code {"input": {"name": ...}}} and answers with the user's id alone; a request that it
 * refuses gets status 400 with a message. Asked for profiles, it takes a list of accounts at login providers, such as
 * {@code auth0|hodor}, and answers with an object that has a profile for each.
 */
public final class UserService implements AutoCloseable {

    private static final String CREATE_USER = "/createUser";
    private static final String PROFILES = "/profiles";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final NewUsers users;
    private final AtomicInteger profileRequests = new AtomicInteger();

    private UserService(HttpServer server, NewUsers users) {
        this.server = server;
        this.users = users;
    }

    /** Starts the service on a free port of this machine. */
    public static UserService start(DataSource dataSource) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            UserService service = new UserService(server, new NewUsers(dataSource));
            server.createContext(CREATE_USER, service::createUser);
            server.createContext(PROFILES, service::profiles);
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where users are created, by POST. */
    public URI createUserUri() {
        return uri(CREATE_USER);
    }

    /** Where profiles are asked for, by POST. */
    public URI profilesUri() {
        return uri(PROFILES);
    }

    /** How often it was asked for profiles. */
    public int profileRequests() {
        return profileRequests.get();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void createUser(HttpExchange exchange) throws IOException {
        String name = name(exchange);
        if (name.isEmpty()) {
            answer(exchange, 400, refusal("A user needs a name", "name-missing"));
        } else {
            answer(exchange, 200, Map.of("id", users.create(name)));
        }
    }

    private void profiles(HttpExchange exchange) throws IOException {
        profileRequests.incrementAndGet();
        Map<String, Object> profiles = new LinkedHashMap<>();
        for (JsonNode account : JSON.readTree(exchange.getRequestBody())) {
            String[] parts = account.asString().split("\\|", 2);
            profiles.put(account.asString(), Map.of("provider", parts[0], "account", parts[1]));
        }
        answer(exchange, 200, profiles);
    }

    private static String name(HttpExchange exchange) throws IOException {
        try {
            return JSON.readTree(exchange.getRequestBody())
                    .at("/input/name")
                    .asString("")
                    .strip();
        } catch (JacksonException e) {
            return "";
        }
    }

    private static Map<String, Object> refusal(String message, String code) {
        return Map.of("message", message, "extensions", Map.of("code", code, "field", "name"));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] json = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
        }
    }
}
