package dev.dovetail.examples.quickstart.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.dovetail.session.Session;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP: POST of {@code {"query", "variables", "operationName"}} as JSON. */
record GraphQlEndpoint(Requests requests, Transcript transcript) implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Body(
            @Nullable String query,
            @Nullable Map<String, Object> variables,
            @Nullable String operationName) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            Http.refuse(exchange, 405, "Send queries with POST");
            return;
        }
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        // Pages of other sites can send other types without asking the browser's leave.
        if (contentType == null || !contentType.startsWith("application/json")) {
            Http.refuse(exchange, 415, "Send queries as application/json");
            return;
        }
        Body body = body(exchange);
        if (body == null || body.query() == null) {
            Http.refuse(exchange, 400, "Send {\"query\": \"...\"}");
            return;
        }
        Map<String, Object> variables = body.variables() == null ? Map.of() : body.variables();
        Session session = Requests.session(exchange.getRequestHeaders()::getFirst);
        // A real server would know who is a developer. This one is for those who sit at this machine.
        Map<?, Object> context = Map.of(Session.class, session, Requests.DEVELOPER, true);
        Answer answer = requests.run(body.query(), variables, body.operationName(), context);
        transcript.statements(answer);
        Http.send(exchange, 200, Http.JSON, answer.json());
    }

    private static @Nullable Body body(HttpExchange exchange) throws IOException {
        try {
            return JSON.readValue(exchange.getRequestBody(), Body.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}
