package dev.dovetail.examples.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example on a free port, once for all tests, and the statements that it sent; it ends with the JVM. */
final class RunningSubgraph {

    static final List<String> SUPPORT = List.of("x-role", "support");

    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();
    private static final Subgraph SUBGRAPH = start();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RunningSubgraph() {}

    private static Subgraph start() {
        try {
            return Subgraph.start(0, new Recorder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a router asks.
     *
     * @param headers names and values in turn
     */
    static JsonNode ask(String query, Map<String, ?> variables, List<String> headers) throws Exception {
        STATEMENTS.clear();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SUBGRAPH.uri()))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError("Status " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** What a router asks for entities that other services refer to. */
    static JsonNode entities(List<?> representations, String selection, List<String> headers) throws Exception {
        return ask(
                "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename "
                        + selection + " } }",
                Map.of("representations", representations),
                headers);
    }

    /** The statements of the last request. */
    static List<String> statements() {
        return new ArrayList<>(STATEMENTS);
    }

    /** Each error as {@code path code}. */
    static List<String> codes(JsonNode answer) {
        List<String> codes = new ArrayList<>();
        answer.path("errors")
                .forEach(error -> codes.add(
                        error.path("path") + " " + error.at("/extensions/code").asString()));
        return codes;
    }

    private static final class Recorder implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            STATEMENTS.add(Objects.requireNonNull(context.sql()));
        }
    }
}
