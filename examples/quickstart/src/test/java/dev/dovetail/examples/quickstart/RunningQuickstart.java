package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.web.ReadyQuery;
import dev.dovetail.examples.quickstart.web.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole example on a free port, once for all tests, with what it prints; it ends with the JVM. */
final class RunningQuickstart {

    static final Services SERVICES = Services.start();

    private static final ByteArrayOutputStream CONSOLE = new ByteArrayOutputStream();
    private static final WebServer SERVER = SERVICES.serve(new PrintStream(CONSOLE, true, StandardCharsets.UTF_8), 0);
    private static final Pattern COUNT = Pattern.compile("^(\\d+) SQL statements?:$", Pattern.MULTILINE);
    /** Keeps the digits of decimals as they were sent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RunningQuickstart() {}

    static int port() {
        return SERVER.port();
    }

    static URI uri(String path) {
        return SERVER.page().resolve(path);
    }

    static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    static HttpResponse<String> post(String contentType, String body) throws Exception {
        return post(contentType, body, Map.of());
    }

    private static HttpResponse<String> post(String contentType, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** What the page gets for a query that it has ready. */
    static JsonNode ask(ReadyQuery ready) throws Exception {
        return ask(Map.of("query", ready.query()), ready.headers());
    }

    /** What the endpoint answers; what the console said before is forgotten. */
    static JsonNode ask(String query) throws Exception {
        return ask(Map.of("query", query));
    }

    static JsonNode ask(Map<String, ?> body) throws Exception {
        return ask(body, Map.of());
    }

    private static JsonNode ask(Map<String, ?> body, Map<String, String> headers) throws Exception {
        CONSOLE.reset();
        HttpResponse<String> response = post("application/json", JSON.writeValueAsString(body), headers);
        if (response.statusCode() != 200) {
            throw new AssertionError("Status " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** How many statements the console shows for the last request. */
    static int statements() {
        Matcher count = COUNT.matcher(console());
        int found = count.find() ? Integer.parseInt(count.group(1)) : 0;
        if (count.find()) {
            throw new AssertionError("The console tells of several requests: " + console());
        }
        return found;
    }

    static String console() {
        return CONSOLE.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
